// Figures: what is claimed, how it came out, and a button that opens its setting live.
import { claims } from "../core/api.js";
import { h } from "../core/element.js";
import { words } from "../core/numbers.js";
import { setState } from "../core/state.js";

// The settings a claim compares, by name: one if the claim names no arms.
function arms({ hold = {}, changes = {} }) {
  const named = Object.values(changes).every((arm) => arm !== null && typeof arm === "object" && !Array.isArray(arm));
  if (!named || !Object.keys(changes).length) return { "as it is": { ...hold, ...changes } };
  return Object.fromEntries(Object.entries(changes).map(([name, arm]) => [name, { ...hold, ...arm }]));
}

function live(claim) {
  const open = (changes) =>
    setState({
      page: "explore",
      scenario: claim.scenario,
      changes,
      bundles: [],
      day: 0,
      issue: null,
      pick: null,
      person: null,
    });
  return h(
    "div",
    { class: "row wrap live", role: "group", "aria-label": "Open live" },
    h("span", { class: "quiet" }, "Open live:"),
    Object.entries(arms(claim)).map(([name, changes]) =>
      h("button", { type: "button", onclick: () => open(changes) }, name),
    ),
  );
}

function card(claim) {
  const { id, title, sentence, rows, verdict, robustness, figure, scenario, caption } = claim;
  const address = figure && `/claims/${encodeURIComponent(String(figure).split("/").at(-1))}`;
  const about = [`Claim ${id}`, ...[rows ?? []].flat()].join(", ");
  return h(
    "article",
    { class: "card claim", id: `claim-${id}` },
    h("header", {}, h("span", { class: `verdict-mark ${verdict}` }, verdict), h("span", { class: "quiet" }, about)),
    h("h2", {}, title ?? sentence),
    title ? h("p", {}, sentence) : null,
    address
      ? h(
          "a",
          { href: address, target: "_blank", rel: "noopener" },
          h("img", { src: address, alt: `Figure of claim ${id}: ${sentence}`, loading: "lazy" }),
        )
      : null,
    typeof robustness === "number"
      ? h("p", { class: "quiet" }, `Holds in ${Math.round(100 * robustness)} % of the draws of what no source gives.`)
      : null,
    caption ? h("details", {}, h("summary", {}, "The numbers"), h("p", { class: "quiet" }, caption)) : null,
    scenario ? live(claim) : null,
  );
}

export class Figures {
  constructor() {
    this.grid = h("div", { class: "gallery" });
    this.filter = h("div", { class: "row wrap", role: "group", "aria-label": "Verdicts" });
    this.element = h(
      "div",
      { class: "figures" },
      h("h1", {}, "Figures"),
      h(
        "p",
        { class: "quiet" },
        "Each claim was written down with what would refute it before it was run, and where a design was put right after a first run it says so; what fails is shown as failing.",
      ),
      this.filter,
      this.grid,
    );
  }

  async enter() {
    const { claims: list, sentence } = await claims();
    if (!list.length) {
      this.grid.replaceChildren(h("p", { class: "card" }, sentence || "No claim has been run yet."));
      return;
    }
    const verdicts = ["all", ...new Set(list.map(({ verdict }) => verdict))];
    const draw = (chosen) => {
      this.grid.replaceChildren(...list.filter(({ verdict }) => chosen === "all" || verdict === chosen).map(card));
      for (const button of this.filter.children)
        button.setAttribute("aria-pressed", String(button.dataset.verdict === chosen));
    };
    const count = (verdict) =>
      verdict === "all" ? list.length : list.filter((claim) => claim.verdict === verdict).length;
    this.filter.replaceChildren(
      ...verdicts.map((verdict) =>
        h(
          "button",
          { type: "button", "data-verdict": verdict, onclick: () => draw(verdict) },
          `${words(verdict)} (${count(verdict)})`,
        ),
      ),
    );
    draw("all");
  }
}
