// The story of one issue: paragraphs on one side, the timeline and its moments on the other.
import { h } from "../core/element.js";
import { number } from "../core/numbers.js";
import { sourced } from "./sourced.js";
import { timelineSvg } from "./timeline_svg.js";

export function story(told) {
  const items = told.moments.map((moment) =>
    h(
      "li",
      {},
      h("span", { class: "when" }, `day ${moment.day}, ${moment.clock}`),
      h("span", {}, sourced(moment.sentence)),
    ),
  );
  const light = (at) => items.forEach((item, place) => item.classList.toggle("lit", place === at));
  const facts = Object.entries(told.facts ?? {}).filter(([, value]) => value !== "" && value !== null && value !== 0);
  return h(
    "div",
    { class: "story" },
    h(
      "article",
      { class: "card prose" },
      h("h2", {}, told.heading),
      told.text.map((paragraph) => h("p", {}, sourced(paragraph))),
      told.tally ? h("p", { class: "quiet" }, sourced(told.tally)) : null,
    ),
    h(
      "section",
      { class: "card", "aria-label": "Timeline" },
      told.moments.length
        ? h(
            "div",
            { class: "timeline-wrap", tabindex: 0, role: "group", "aria-label": "Timeline, scrolls sideways" },
            timelineSvg(told.moments, light),
          )
        : null,
      facts.length
        ? h(
            "dl",
            { class: "facts" },
            facts.map(([name, value]) => [
              h("dt", {}, name === "order" ? "order worth, $" : name),
              h("dd", {}, typeof value === "number" ? number(value) : value),
            ]),
          )
        : null,
      h("details", {}, h("summary", {}, `The ${told.moments.length} moments`), h("ol", { class: "moments" }, items)),
    ),
  );
}
