// The measures of a run at the end of its days: the published ones first, beside the figures they are held against.
import { h } from "../core/element.js";
import { number } from "../core/numbers.js";
import { defined } from "./defined.js";

function target({ value, tolerance, below, above }) {
  if (value !== null && value !== undefined) return `${number(value)}${tolerance ? ` ± ${number(tolerance)}` : ""}`;
  return below !== null && below !== undefined
    ? `< ${number(below)}`
    : above !== null && above !== undefined
      ? `> ${number(above)}`
      : "";
}

export function measuresTable(answer, catalogue, published) {
  const aims = Object.fromEntries(published.map((entry) => [entry.measure, entry]));
  const known = Object.fromEntries(catalogue.map((entry) => [entry.name, entry]));
  const names = [
    ...published.map((entry) => entry.measure),
    ...catalogue.map((entry) => entry.name).filter((name) => !(name in aims)),
  ];
  const rows = names
    .filter((name) => answer.values[name] !== null && answer.values[name] !== undefined)
    .map((name) =>
      h(
        "tr",
        {},
        h("th", { scope: "row" }, defined(known[name]?.label ?? name, known[name]?.definition)),
        h(
          "td",
          {
            class: "number",
            "data-measure": name,
            "data-value": answer.values[name],
            title: String(answer.values[name]),
          },
          number(answer.values[name]),
        ),
        h("td", {}, known[name]?.unit ?? ""),
        h("td", { class: "number" }, aims[name] ? target(aims[name]) : ""),
        h("td", {}, aims[name]?.row ?? known[name]?.row ?? ""),
      ),
    );
  return h(
    "table",
    { class: "measures" },
    h("caption", {}, `One run, day ${answer.day}: the very numbers of the command line.`),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["measure", "value", "unit", "published", "source"].map((title) => h("th", { scope: "col" }, title)),
      ),
    ),
    h("tbody", {}, rows),
  );
}
