// What a teacher fills in to open a room: a setting, a question, a measure, and two designs of it.
import { measures, scenarios, setting } from "../core/api.js";
import { bundlesFor, laid } from "../core/bundles.js";
import { h } from "../core/element.js";
import { words } from "../core/numbers.js";
import { setState, state } from "../core/state.js";
import { DesignRows } from "./design_rows.js";
import { complain } from "./notices.js";

const PAIRS = 20;
const field = (id, label, input) => h("div", { class: "field" }, h("label", { for: id }, label), input);

export class BetForm {
  // `onMade` gets the words with which a room is made.
  constructor(onMade) {
    this.onMade = onMade;
    this.designs = new DesignRows();
    this.element = h("div", {});
  }

  async open() {
    const [{ scenarios: list, default: first }, { measures: catalogue }] = await Promise.all([scenarios(), measures()]);
    const open = list.filter((entry) => entry.open);
    this.name = open.some(({ name }) => name === state.scenario) ? state.scenario : first;
    this.isOwn = this.name === state.scenario; // whose changes in the address hold in both designs
    this.setting = await laid(await setting(this.name), this.isOwn ? state.bundles : []);
    this.designs.set(this.setting.groups, await bundlesFor(this.setting.kind), this.isOwn ? state.changes : {});
    const scenario = h(
      "select",
      {
        id: "bet-scenario",
        onchange: () => {
          setState({ scenario: scenario.value, changes: {}, bundles: [] });
          this.open().catch(complain);
        },
      },
      open.map(({ name, title }) => h("option", { value: name, selected: name === this.name }, title)),
    );
    this.question = h("textarea", { id: "bet-question", rows: 3, maxlength: 280 });
    this.says = h("textarea", { id: "bet-says", rows: 4, maxlength: 700 });
    this.measure = h(
      "select",
      { id: "bet-measure", onchange: () => this.#define(catalogue) },
      this.#measureOptions(catalogue),
    );
    this.definition = h("p", { class: "quiet" });
    this.replications = h("input", { id: "bet-replications", type: "number", min: 2, max: 100, value: PAIRS });
    this.seed = h("input", { id: "bet-seed", type: "number", min: 0, value: state.seed });
    this.ready = this.setting.bets.map((bet) =>
      h("button", { type: "button", class: "ready", onclick: () => this.#take(bet, catalogue) }, bet.title),
    );
    this.element.replaceChildren(this.#form(scenario));
    if (this.setting.bets.length) this.#take(this.setting.bets[0], catalogue);
    else this.#define(catalogue);
  }

  #form(scenario) {
    const submit = h("button", { class: "primary" }, "Open the room");
    return h(
      "form",
      {
        class: "card",
        onsubmit: async (event) => {
          event.preventDefault();
          submit.disabled = true;
          await this.#make();
          submit.disabled = false;
        },
      },
      field("bet-scenario", "Setting", scenario),
      this.ready.length
        ? h(
            "div",
            { class: "field" },
            h("span", { class: "label" }, "Ready bets"),
            h("div", { class: "row wrap", role: "group", "aria-label": "Ready bets" }, this.ready),
          )
        : null,
      field("bet-question", "Question", this.question),
      field("bet-measure", "Measure", this.measure),
      this.definition,
      h("h2", {}, "The two designs"),
      this.designs.element,
      this.#adding(),
      h(
        "div",
        { class: "row" },
        field("bet-replications", "Pairs of runs", this.replications),
        field("bet-seed", "First seed", this.seed),
      ),
      h(
        "details",
        { class: "field" },
        h("summary", {}, "What everybody reads with the outcome"),
        h("label", { for: "bet-says", class: "unseen" }, "Text shown with the outcome"),
        this.says,
      ),
      submit,
    );
  }

  #measureOptions(catalogue) {
    const published = new Set(this.setting.published.map(({ measure }) => measure));
    const option = ({ name, label }) => h("option", { value: name }, label);
    return [
      h("optgroup", { label: "published figures" }, catalogue.filter(({ name }) => published.has(name)).map(option)),
      ...this.setting.themes.map((theme) =>
        h(
          "optgroup",
          { label: words(theme) },
          catalogue.filter((entry) => entry.theme === theme && !published.has(entry.name)).map(option),
        ),
      ),
    ];
  }

  #define(catalogue) {
    const { definition, unit } = catalogue.find(({ name }) => name === this.measure.value);
    this.definition.textContent = `${definition}${unit ? ` Unit: ${unit}.` : ""}`;
  }

  #adding() {
    const choice = h(
      "select",
      { "aria-label": "Parameter in which the designs differ" },
      h("option", { value: "" }, "add a parameter …"),
      this.setting.groups
        .filter(({ applies }) => applies !== false)
        .map((group) =>
          h(
            "optgroup",
            { label: group.title },
            group.parameters.map(({ name, label }) => h("option", { value: name }, label)),
          ),
        ),
    );
    choice.onchange = () => {
      if (choice.value) this.designs.add(choice.value);
      choice.value = "";
    };
    return choice;
  }

  #take(bet, catalogue) {
    this.question.value = bet.question;
    this.measure.value = bet.measure;
    this.says.value = bet.says;
    this.replications.value = bet.replications;
    this.designs.take(bet);
    this.#define(catalogue);
    this.ready.forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === bet.title)));
  }

  async #make() {
    try {
      await this.onMade({
        scenario: this.name,
        bundles: this.isOwn ? state.bundles : [],
        changes: this.designs.both,
        ...this.designs.words,
        measure: this.measure.value,
        replications: this.replications.valueAsNumber,
        seed: this.seed.valueAsNumber,
        question: this.question.value.trim(),
        says: this.says.value.trim(),
      });
    } catch (error) {
      complain(error);
    }
  }
}
