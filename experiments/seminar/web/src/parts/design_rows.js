// The two designs of a bet as a table: what holds in both, a bundle for each, and a row for each parameter that differs.
import { h } from "../core/element.js";
import { read, words } from "../core/numbers.js";
import { bundleSelect } from "./bundle_choice.js";
import { control } from "./control.js";

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class DesignRows {
  constructor() {
    this.rows = [];
    this.both = {};
    this.with = { a: [], b: [] };
    this.bundles = [];
    this.parameters = new Map();
    this.element = h("div", { class: "design-rows" });
  }

  // A setting's parameters, the bundles that can be laid over it, and what holds in both designs whatever the bet.
  set(groups, bundles, own) {
    this.parameters = new Map(groups.flatMap((group) => group.parameters).map((one) => [one.name, one]));
    this.bundles = bundles;
    this.own = own;
    this.take({});
  }

  take({ both = {}, a = {}, b = {}, with_a = [], with_b = [] }) {
    this.rows = [];
    this.both = { ...both, ...this.own };
    this.with = { a: [...with_a], b: [...with_b] };
    for (const parameter of this.parameters.values()) {
      if (!(parameter.name in a || parameter.name in b)) continue;
      this.#differing(parameter);
      const usual = both[parameter.name] ?? parameter.value; // the bet's or the setting's, whatever was tried before
      this.rows.push({ parameter, a: a[parameter.name] ?? usual, b: b[parameter.name] ?? usual });
    }
    this.#draw();
  }

  add(name) {
    const parameter = this.parameters.get(name);
    if (!this.rows.some((row) => row.parameter === parameter)) {
      const own = this.#differing(parameter);
      this.rows.push({ parameter, a: own, b: own });
    }
    this.#draw();
  }

  // What a parameter is in both designs, in which it may differ from now on.
  #differing({ name, value }) {
    const own = this.both[name] ?? value;
    delete this.both[name];
    return own;
  }

  // The words of a design for the message that makes the room.
  get words() {
    const side = (name) =>
      Object.fromEntries(
        this.rows
          .filter((row) => this.with[name].length || !same(row[name], row.parameter.value))
          .map((row) => [row.parameter.name, row[name]]),
      );
    return { a: side("a"), b: side("b"), with_a: this.with.a, with_b: this.with.b };
  }

  #draw() {
    const both = Object.entries(this.both).map(([name, value]) =>
      h(
        "li",
        {},
        `${this.parameters.get(name)?.label ?? words(name)}: ${read(value)} `,
        this.#leaveOut(name, () => delete this.both[name]),
      ),
    );
    this.element.replaceChildren(
      ...[
        both.length ? h("div", { class: "design-both" }, h("b", {}, "In both"), h("ul", {}, both)) : null,
        this.bundles.length
          ? h(
              "div",
              { class: "design-row" },
              ["a", "b"].map((side) =>
                h(
                  "div",
                  { class: "design-cell" },
                  h("b", {}, side.toUpperCase()),
                  bundleSelect(this.bundles, side, this.with[side], (chosen) => (this.with[side] = chosen)),
                ),
              ),
            )
          : null,
        ...this.rows.map((row) => this.#row(row)),
      ].filter(Boolean),
    );
  }

  #row(row) {
    return h(
      "div",
      { class: "design-row" },
      ["a", "b"].map((side) =>
        h(
          "div",
          { class: `design-cell ${side}` },
          h("b", {}, side.toUpperCase()),
          control(row.parameter, row[side], (value) => {
            row[side] = value === undefined ? row.parameter.value : value;
            this.#draw();
          }),
        ),
      ),
      this.#leaveOut(row.parameter.name, () => (this.rows = this.rows.filter((other) => other !== row))),
    );
  }

  #leaveOut(name, act) {
    const leave = () => {
      act();
      this.#draw();
    };
    const label = `Leave out ${this.parameters.get(name)?.label ?? words(name)}`;
    return h("button", { type: "button", class: "plain", "aria-label": label, onclick: leave }, "✕");
  }
}
