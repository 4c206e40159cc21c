// A term with its definition behind it, for whoever has a mouse, a finger or a keyboard.
import { h } from "../core/element.js";
import { words } from "../core/numbers.js";

export function defined(label, definition) {
  if (!definition) return words(label);
  return h("details", { class: "term" }, h("summary", {}, words(label)), h("p", {}, definition));
}
