// Field notes: the life of one issue, or a person's days, told from the event log.
import { scenarios } from "../core/api.js";
import { h } from "../core/element.js";
import { Run } from "../core/run.js";
import { saveSvg } from "../core/save.js";
import { setState, state } from "../core/state.js";
import { diary } from "../parts/diary.js";
import { copyButton, menu } from "../parts/menu.js";
import { complain } from "../parts/notices.js";
import { PersonChoice } from "../parts/person_choice.js";
import { story } from "../parts/story.js";

const LONG = 300; // milliseconds after which one is told what is waited for
const READING = "Running it again with every event on record; the first story of a run takes some seconds …";
const PICKS = { tagged: "A rep named", slowest: "The longest wait", refused: "A refusal", jumped: "Past the queue" };

export class Notes {
  constructor(connection) {
    this.run = new Run(connection, "a");
    this.run.addEventListener("trouble", ({ detail }) => complain(detail));
    this.people = new PersonChoice((person) =>
      this.#go({ person: person === null ? null : String(person), issue: null, pick: null }),
    );
    this.issue = h("input", { id: "issue", type: "number", min: 0, step: 1, class: "typed" });
    this.about = h("p", { class: "quiet" });
    this.body = h("div", { "aria-live": "polite" });
    this.picks = Object.entries(PICKS).map(([pick, title]) =>
      h(
        "button",
        { type: "button", "data-pick": pick, onclick: () => this.#go({ pick, issue: null, person: null }) },
        title,
      ),
    );
    const picture = () => this.body.querySelector("svg.timeline");
    this.element = h(
      "div",
      { class: "notes" },
      h(
        "div",
        { class: "page-head" },
        h("h1", {}, "Field notes"),
        h(
          "div",
          { class: "actions" },
          copyButton(() => this.told?.command ?? this.run.opened?.command ?? ""),
          menu("Download", [
            { name: "Timeline as SVG", action: () => picture() && saveSvg(`issue_${this.told.issue}`, picture()) },
          ]),
        ),
      ),
      this.about,
      h(
        "div",
        { class: "card row wrap choices" },
        h("div", { class: "row wrap", role: "group", "aria-label": "Kinds of story" }, this.picks),
        h(
          "form",
          {
            class: "row",
            onsubmit: (event) => {
              event.preventDefault();
              this.#go({ issue: this.issue.value, pick: null, person: null });
            },
          },
          h("label", { for: "issue" }, "Issue"),
          this.issue,
          h("button", {}, "Tell"),
        ),
        this.people.element,
      ),
      this.body,
    );
  }

  async enter() {
    const { scenarios: list, default: first } = await scenarios();
    if (!list.some(({ name, open }) => name === state.scenario && open))
      setState({ scenario: first, changes: {}, bundles: [] });
    const { scenario, changes, seed, bundles } = state;
    const opened = await this.run.open({ scenario, changes, seed, bundles });
    if (!opened) return;
    this.people.setLayout(opened.layout);
    const changed = Object.keys(state.changes).length;
    this.about.textContent = `${opened.title}, seed ${state.seed}${changed ? `, ${changed} parameter${changed > 1 ? "s" : ""} changed` : ""}: told from the log of that run; marks name the evidence a behaviour rests on.`;
    if (!state.issue && !state.pick && !state.person) setState({ pick: "tagged" });
    await this.#tell();
  }

  leave() {
    this.run.release();
  }

  #go(which) {
    setState(which);
    this.#tell();
  }

  async #tell() {
    this.picks.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.pick === state.pick)));
    this.people.choose(state.person);
    this.body.setAttribute("aria-busy", "true");
    const wait = setTimeout(() => this.body.replaceChildren(h("p", { class: "card quiet" }, READING)), LONG);
    try {
      if (state.person) await this.#tellPerson(Number(state.person));
      else await this.#tellIssue();
    } catch (error) {
      this.body.replaceChildren(h("p", { class: "card" }, error.message));
    }
    clearTimeout(wait);
    this.body.removeAttribute("aria-busy");
  }

  async #tellIssue() {
    this.told = await this.run.story(state.issue ? { issue: Number(state.issue) } : { pick: state.pick });
    this.issue.value = this.told.issue;
    this.body.replaceChildren(story(this.told));
  }

  async #tellPerson(person) {
    this.told = null;
    const answer = await this.run.person(person, state.day || this.run.opened.days);
    const parts = diary(answer, {
      onIssue: (issue) => this.#go({ issue: String(issue), pick: null, person: null }),
      onClose: () => this.#go({ pick: "tagged", person: null, issue: null }),
    });
    this.body.replaceChildren(h("section", { class: "card diary-card" }, parts.filter(Boolean)));
  }
}
