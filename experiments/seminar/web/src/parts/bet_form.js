// What a teacher fills in to open a room: a setting, a question, a measure, and two designs of it.
import { measures, scenarios, setting } from "../core/api.js";
import { h } from "../core/element.js";
import { words } from "../core/numbers.js";
import { setState, state } from "../core/state.js";
import { READY } from "../pages/ready_bets.js";
import { control } from "./control.js";
import { complain } from "./notices.js";

export class BetForm {
  // `onMade` gets the words with which a room is made.
  constructor(onMade) {
    this.onMade = onMade;
    this.element = h("div", {});
  }

  async open() {
    const [{ scenarios: list, default: first }, { measures: catalogue }] = await Promise.all([scenarios(), measures()]);
    const open = list.filter((entry) => entry.open);
    this.name = open.some(({ name }) => name === state.scenario) ? state.scenario : first;
    this.setting = await setting(this.name);
    this.rows = [];
    const scenario = h(
      "select",
      {
        id: "bet-scenario",
        onchange: () => {
          setState({ scenario: scenario.value, changes: {} });
          this.open().catch(complain);
        },
      },
      open.map(({ name, title }) => h("option", { value: name, selected: name === this.name }, title)),
    );
    this.question = h("textarea", { id: "bet-question", rows: 2, maxlength: 280 });
    this.measure = h("select", { id: "bet-measure" }, this.#measureOptions(catalogue));
    this.replications = h("input", { id: "bet-replications", type: "number", min: 2, max: 100, value: 20 });
    this.seed = h("input", { id: "bet-seed", type: "number", min: 0, value: state.seed });
    this.table = h("div", { class: "design-rows" });
    const ready = (READY[this.name] ?? []).map((bet) =>
      h("button", { type: "button", class: "ready", onclick: () => this.#take(bet) }, bet.title),
    );
    const field = (id, label, input) => h("div", { class: "field" }, h("label", { for: id }, label), input);
    this.element.replaceChildren(
      h(
        "form",
        {
          class: "card",
          onsubmit: (event) => {
            event.preventDefault();
            this.#make();
          },
        },
        field("bet-scenario", "Setting", scenario),
        ready.length
          ? h(
              "div",
              { class: "field" },
              h("span", { class: "label" }, "Ready bets"),
              h("div", { class: "row wrap" }, ready),
            )
          : null,
        field("bet-question", "Question", this.question),
        field("bet-measure", "Measure", this.measure),
        h("h2", {}, "The two designs"),
        this.table,
        this.#adding(),
        h(
          "div",
          { class: "row" },
          field("bet-replications", "Pairs of runs", this.replications),
          field("bet-seed", "First seed", this.seed),
        ),
        h("button", { class: "primary" }, "Open the room"),
      ),
    );
    if (READY[this.name]) this.#take(READY[this.name][0]);
  }

  #measureOptions(catalogue) {
    const published = new Set(this.setting.published.map(({ measure }) => measure));
    const option = ({ name, label }) => h("option", { value: name }, words(label));
    const themes = [...new Set(catalogue.map(({ theme }) => theme))];
    return [
      h("optgroup", { label: "published figures" }, catalogue.filter(({ name }) => published.has(name)).map(option)),
      ...themes.map((theme) =>
        h(
          "optgroup",
          { label: words(theme) },
          catalogue.filter((entry) => entry.theme === theme && !published.has(entry.name)).map(option),
        ),
      ),
    ];
  }

  #adding() {
    const all = this.setting.groups.flatMap((group) => group.parameters);
    const choice = h(
      "select",
      { "aria-label": "Parameter in which the designs differ" },
      h("option", { value: "" }, "add a parameter …"),
      this.setting.groups.map((group) =>
        h(
          "optgroup",
          { label: group.title },
          group.parameters.map(({ name, label }) => h("option", { value: name }, words(label))),
        ),
      ),
    );
    choice.onchange = () => {
      if (choice.value) this.#row(all.find(({ name }) => name === choice.value));
      choice.value = "";
    };
    return choice;
  }

  #take({ question, a, b, measure }) {
    this.rows = [];
    this.question.value = question;
    this.measure.value = measure;
    for (const parameter of this.setting.groups.flatMap((group) => group.parameters)) {
      if (parameter.name in a || parameter.name in b) this.#row(parameter, a[parameter.name], b[parameter.name]);
    }
    this.#drawRows();
  }

  #row(parameter, a = parameter.value, b = parameter.value) {
    if (!this.rows.some((row) => row.parameter.name === parameter.name)) this.rows.push({ parameter, a, b });
    this.#drawRows();
  }

  #drawRows() {
    this.table.replaceChildren(
      ...this.rows.map((row) =>
        h(
          "div",
          { class: "design-row" },
          ["a", "b"].map((side) =>
            h(
              "div",
              { class: `design-cell ${side}` },
              h("b", {}, side.toUpperCase()),
              control(row.parameter, row[side], (value) => {
                row[side] = value === undefined ? row.parameter.value : value;
                this.#drawRows();
              }),
            ),
          ),
          h(
            "button",
            {
              type: "button",
              class: "plain",
              "aria-label": `Leave out ${words(row.parameter.label)}`,
              onclick: () => {
                this.rows = this.rows.filter((other) => other !== row);
                this.#drawRows();
              },
            },
            "✕",
          ),
        ),
      ),
    );
  }

  async #make() {
    const side = (name) =>
      Object.fromEntries(
        this.rows
          .filter((row) => JSON.stringify(row[name]) !== JSON.stringify(row.parameter.value))
          .map((row) => [row.parameter.name, row[name]]),
      );
    try {
      await this.onMade({
        scenario: this.name,
        changes: state.scenario === this.name ? state.changes : {},
        a: side("a"),
        b: side("b"),
        measure: this.measure.value,
        replications: this.replications.valueAsNumber,
        seed: this.seed.valueAsNumber,
        question: this.question.value.trim(),
      });
    } catch (error) {
      complain(error);
    }
  }
}
