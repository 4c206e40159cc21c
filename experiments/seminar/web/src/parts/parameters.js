// Parameters in groups by theme; those shown first are the basic ones, the others come on demand or by search.
import { h } from "../core/element.js";
import { words } from "../core/numbers.js";
import { control } from "./control.js";

const THEMES = {
  incentives: "Incentives",
  learning: "Learning",
  channels: "Channels",
  people: "People",
  customers: "Customers",
  managers: "Managers",
  centre: "Call centre",
  run: "The run",
};
const FIRST = { desk: "incentives", other: "centre" }; // the theme that a kind of setting is about
const WAIT = 300; // milliseconds from the last change to the run

export class Parameters {
  constructor(onChanges) {
    this.onChanges = onChanges;
    this.changes = {};
    this.openThemes = new Set(Object.values(FIRST));
    this.all = h("input", { type: "checkbox", id: "all-parameters", onchange: () => this.#draw() });
    this.search = h("input", {
      type: "search",
      placeholder: "Find a parameter",
      "aria-label": "Find a parameter",
      oninput: () => this.#draw(),
    });
    this.reset = h("button", { type: "button", class: "plain", onclick: () => this.#tell({}) }, "Reset all");
    this.list = h("div", { class: "themes" });
    this.element = h(
      "div",
      { class: "parameters" },
      h(
        "div",
        { class: "parameters-head" },
        this.search,
        h("label", { class: "check", for: "all-parameters" }, this.all, "all"),
        this.reset,
      ),
      this.list,
    );
  }

  set(setting, changes) {
    clearTimeout(this.timer); // of a change to the setting before
    this.setting = setting;
    this.changes = { ...changes };
    this.#draw();
  }

  #draw() {
    const sought = this.search.value.trim().toLowerCase();
    const fits = (parameter) =>
      sought
        ? `${parameter.name} ${words(parameter.label)} ${parameter.meaning}`.toLowerCase().includes(sought)
        : this.all.checked || parameter.basic || parameter.name in this.changes;
    const active = document.activeElement;
    const held =
      (active?.classList.contains("back") // which goes with the change it takes back
        ? active.closest(".parameter").querySelector("[data-name]")
        : active
      )?.dataset ?? {};
    const first = FIRST[this.setting.kind] ?? FIRST.other;
    const themes = [first, ...Object.keys(THEMES).filter((theme) => theme !== first)];
    const blocks = themes.map((theme) => this.#theme(theme, THEMES[theme], fits, sought));
    this.list.replaceChildren(...blocks.filter(Boolean));
    if (!this.list.children.length)
      this.list.append(h("p", { class: "quiet" }, `No parameter has “${this.search.value}” in its name or meaning.`));
    this.reset.hidden = !Object.keys(this.changes).length;
    const again = held.name ? `[data-name="${held.name}"]` : held.slider ? `[data-slider="${held.slider}"]` : null;
    if (again) this.list.querySelector(again)?.focus({ preventScroll: true }); // a redrawn control keeps the keyboard
  }

  #theme(theme, title, fits, sought) {
    // Groups that change nothing in this kind of setting are folded away, but can be searched for.
    const groups = this.setting.groups
      .filter((group) => group.theme === theme && (group.applies !== false || sought))
      .map((group) => ({ ...group, shown: group.parameters.filter(fits) }))
      .filter((group) => group.shown.length);
    if (!groups.length) return null;
    const changed = groups.flatMap((group) => group.shown).filter(({ name }) => name in this.changes).length;
    const block = h(
      "details",
      { class: "theme", open: sought || this.openThemes.has(theme) },
      h("summary", {}, title, changed ? h("span", { class: "count" }, `${changed} changed`) : null),
      groups.map((group) => [
        groups.length > 1 ? h("h4", { title: group.meaning }, group.title) : null,
        group.shown.map((parameter) =>
          control(parameter, this.changes[parameter.name] ?? parameter.value, (value) =>
            this.#change(parameter, value),
          ),
        ),
      ]),
    );
    block.addEventListener("toggle", () => (block.open ? this.openThemes.add(theme) : this.openThemes.delete(theme)));
    return block;
  }

  #change(parameter, value) {
    const changes = { ...this.changes };
    if (value === undefined || JSON.stringify(value) === JSON.stringify(parameter.value))
      delete changes[parameter.name];
    else changes[parameter.name] = value;
    this.#tell(changes);
  }

  #tell(changes) {
    this.changes = changes;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.#draw();
      this.onChanges(changes);
    }, WAIT);
  }
}
