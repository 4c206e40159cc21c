// A choice among bundles, each with what it stands for; nothing where none can be laid over the setting.
import { bundlesFor } from "../core/bundles.js";
import { h } from "../core/element.js";

export class BundleChoice {
  constructor(onBundles) {
    this.onBundles = onBundles;
    this.element = h("fieldset", { class: "bundles", hidden: true });
  }

  async set(kind, chosen) {
    const bundles = await bundlesFor(kind);
    this.element.hidden = !bundles.length;
    this.chosen = [...chosen];
    this.element.replaceChildren(
      h("legend", {}, "Laid over it"),
      ...bundles.map(({ name, title }) =>
        h(
          "label",
          { class: "check", title },
          h("input", {
            type: "checkbox",
            value: name,
            checked: chosen.includes(name),
            onchange: (event) => this.#toggle(name, event.target.checked),
          }),
          h("span", {}, h("b", {}, name), h("span", { class: "quiet" }, ` ${title.replace(/^[^:]*: /, "")}`)),
        ),
      ),
    );
  }

  #toggle(name, isOn) {
    this.chosen = isOn ? [...this.chosen, name] : this.chosen.filter((other) => other !== name);
    this.onBundles(this.chosen);
  }
}

// The same for one design of a bet: one bundle or none.
export function bundleSelect(bundles, side, chosen, tell) {
  return h(
    "select",
    {
      "aria-label": `Bundle laid over design ${side.toUpperCase()}`,
      "data-with": side,
      onchange: (event) => tell(event.target.value ? [event.target.value] : []),
    },
    h("option", { value: "" }, "no bundle"),
    bundles.map(({ name, title }) => h("option", { value: name, title, selected: chosen.includes(name) }, name)),
  );
}
