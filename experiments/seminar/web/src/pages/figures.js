// Figures: what is claimed, how it came out, and a button that opens its setting live.
import { claims } from "../core/api.js";
import { h } from "../core/element.js";
import { words } from "../core/numbers.js";
import { setState } from "../core/state.js";

const file = (figure) => String(figure).split("/").at(-1);

function card(claim) {
  const verdict = String(claim.verdict ?? "");
  const shown =
    claim.figure && /\.(svg|png)$/.test(file(claim.figure))
      ? file(claim.figure)
      : claim.figure
        ? `${file(claim.figure)}.svg`
        : null;
  const rows = [claim.rows ?? []].flat().join(", ");
  return h(
    "article",
    { class: "card claim", id: `claim-${claim.id}` },
    h(
      "header",
      {},
      h("span", { class: `verdict-mark ${verdict}` }, verdict),
      h("span", { class: "quiet" }, `Claim ${claim.id}${rows ? `, ${rows}` : ""}`),
    ),
    h("h2", {}, claim.sentence),
    shown
      ? h(
          "a",
          { href: `/claims/${encodeURIComponent(shown)}`, target: "_blank", rel: "noopener" },
          h("img", {
            src: `/claims/${encodeURIComponent(shown)}`,
            alt: `Figure of claim ${claim.id}: ${claim.sentence}`,
            loading: "lazy",
          }),
        )
      : null,
    claim.robustness === undefined || claim.robustness === null
      ? null
      : h(
          "p",
          { class: "quiet" },
          typeof claim.robustness === "number"
            ? `Holds in ${Math.round(100 * claim.robustness)} % of the draws of parameters.`
            : typeof claim.robustness === "string"
              ? claim.robustness
              : "",
        ),
    claim.scenario
      ? h(
          "button",
          {
            type: "button",
            onclick: () =>
              setState({
                page: "explore",
                scenario: claim.scenario,
                changes: claim.changes ?? {},
                day: 0,
                issue: null,
                pick: null,
                person: null,
              }),
          },
          "Open its setting live",
        )
      : null,
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
        "Each claim was written down with what would refute it before it was run; what fails is shown as failing.",
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
