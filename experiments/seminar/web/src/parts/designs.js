// What a bet is about: the two designs in words.
import { written } from "../core/address.js";
import { h } from "../core/element.js";
import { words } from "../core/numbers.js";

const inWords = (changes) =>
  Object.keys(changes).length
    ? Object.entries(changes)
        .map(([name, value]) => `${words(name.split(".").at(-1))}: ${words(written(value))}`)
        .join("; ")
    : "as it is";

export function designs({ title, changes, a, b }) {
  return h(
    "div",
    { class: "designs" },
    h("p", { class: "quiet" }, title, Object.keys(changes).length ? `; in both: ${inWords(changes)}` : ""),
    h("div", { class: "design a" }, h("b", {}, "A"), h("span", {}, inWords(a))),
    h("div", { class: "design b" }, h("b", {}, "B"), h("span", {}, inWords(b))),
  );
}
