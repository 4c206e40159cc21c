// One person: how things stand, and what happened so far, newest last; every issue opens its story.
import { h } from "../core/element.js";
import { withUnit } from "../core/numbers.js";
import { sourced } from "./sourced.js";

export function diary(person, { onIssue, onClose }) {
  const entries = person.entries.map((entry) =>
    h(
      "li",
      {},
      h("span", { class: "when" }, `day ${entry.day}, ${entry.clock}`),
      h("span", {}, sourced(entry.text)),
      entry.issue === null
        ? null
        : h("button", { type: "button", class: "plain", onclick: () => onIssue(entry.issue) }, "story"),
    ),
  );
  return [
    h(
      "header",
      { class: "diary-head" },
      h("h2", {}, person.name, h("span", { class: "quiet" }, ` ${person.role}, ${person.group}`)),
      h("button", { type: "button", class: "plain", "aria-label": "Close the diary", onclick: onClose }, "✕"),
    ),
    h(
      "dl",
      { class: "facts" },
      person.state.map(({ label, value, unit }) => [
        h("dt", {}, label),
        h("dd", {}, typeof value === "number" ? withUnit(value, unit) : String(value ?? "–")),
      ]),
    ),
    person.left_out ? h("p", { class: "quiet" }, `${person.left_out} earlier entries are left out.`) : null,
    person.sentence ? h("p", { class: "quiet" }, person.sentence) : null,
    h("ol", { class: "diary", tabindex: 0, "aria-label": `Diary of ${person.name}` }, entries),
  ];
}
