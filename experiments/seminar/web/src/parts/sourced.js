// Text in which evidence rows stand in brackets, [000-36]: they become small marks, told apart from the words.
import { h } from "../core/element.js";

const ROWS = /\[(\d{3}-\d{2}(?:, ?\d{3}-\d{2})*)\]/g;

export function sourced(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(ROWS)) {
    parts.push(
      text.slice(from, found.index),
      h("cite", { class: "row", title: `Evidence ${found[1]}: see the model's README` }, found[1]),
    );
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}
