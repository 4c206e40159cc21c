// What a bet is about: the two designs in words.
import { h } from "../core/element.js";
import { read, words } from "../core/numbers.js";

function inWords(bundles, changes, labels) {
  const said = bundles.map((bundle) => `laid over it: ${bundle}`);
  for (const [name, value] of Object.entries(changes))
    said.push(`${labels[name] ?? words(name.split(".").at(-1))}: ${read(value)}`);
  return said.length ? said : ["as it is"];
}

const list = (said) =>
  said.length > 1
    ? h(
        "ul",
        {},
        said.map((one) => h("li", {}, one)),
      )
    : h("span", {}, said[0]);

export function designs({ title, changes, a, b, bundles = [], with_a = [], with_b = [], labels = {} }) {
  const both = bundles.length || Object.keys(changes).length ? inWords(bundles, changes, labels) : null;
  return h(
    "div",
    { class: "designs" },
    title ? h("p", { class: "quiet" }, title) : null,
    both ? h("div", { class: "design both" }, h("b", {}, "Both"), list(both)) : null,
    h("div", { class: "design a" }, h("b", {}, "A"), list(inWords(with_a, a, labels))),
    h("div", { class: "design b" }, h("b", {}, "B"), list(inWords(with_b, b, labels))),
  );
}
