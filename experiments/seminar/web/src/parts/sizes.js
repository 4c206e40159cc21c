// What the size of people shows: a choice of two or three, with the sentence that explains it.
import { h, say } from "../core/element.js";
import { legend } from "./drawing.js";

let count = 0;

export class Sizes {
  constructor(onMode) {
    this.onMode = onMode;
    this.element = h("fieldset", { class: "sizes" });
    this.key = h("div", { class: "quiet key" });
    this.mode = null; // the name of the choice
    this.chosen = null; // the whole of it
  }

  // The choices of a kind of setting; what was chosen stays chosen where there is such a choice.
  setKind(kind) {
    const { sizes, key, colours } = legend(kind);
    const chosen = sizes.find(({ id }) => id === this.mode) ?? sizes[0];
    const name = `size-${++count}`;
    const meaning = h("p", {});
    const choose = (size) => {
      this.mode = size.id;
      this.chosen = size;
      say(meaning, size.meaning);
      this.onMode(size.id);
    };
    this.element.replaceChildren(
      h("legend", {}, "Who is"),
      ...sizes.map((size) =>
        h(
          "label",
          { title: size.meaning },
          h("input", { type: "radio", name, value: size.id, checked: size === chosen, onchange: () => choose(size) }),
          size.name,
        ),
      ),
    );
    const dots = Object.entries(colours).map(([name, said]) =>
      h("span", { class: "dot-key" }, h("span", { class: `dot ${name}`, "aria-hidden": "true" }), said),
    );
    this.key.replaceChildren(h("p", {}, dots), meaning, h("p", {}, key));
    choose(chosen);
  }
}
