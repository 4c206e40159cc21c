// The first five by what size shows: the names behind the largest circles, each leading to a diary.
import { h } from "../core/element.js";
import { number } from "../core/numbers.js";

const MOST = 5;

function valueOf(frame, layout, mode, index) {
  const front = index < layout.n_front;
  if (mode === "load") return frame.load[index];
  if (mode === "asked") return front ? null : frame.asked[index - layout.n_front];
  return front ? frame.credit[index] : null;
}

export class Leaders {
  constructor(onPerson) {
    this.onPerson = onPerson;
    this.buttons = Array.from({ length: MOST }, (_, at) =>
      h("button", { type: "button", class: "plain", onclick: () => this.onPerson(this.first[at]) }),
    );
    this.unit = h("span", { class: "quiet" });
    this.first = [];
    this.element = h(
      "div",
      { class: "leaders", role: "group", "aria-label": "The first five" },
      this.unit,
      this.buttons,
    );
  }

  show(layout, frame, { id, unit }) {
    const ranked = layout.people
      .map((_, index) => ({ index, value: valueOf(frame, layout, id, index) ?? 0 }))
      .filter(({ value }) => value > 0)
      .sort((one, other) => other.value - one.value || one.index - other.index)
      .slice(0, MOST);
    this.first = ranked.map(({ index }) => index);
    this.unit.textContent = ranked.length ? `Most ${unit}:` : `Nobody ${unit}.`;
    this.buttons.forEach((button, at) => {
      button.hidden = at >= ranked.length;
      if (button.hidden) return;
      const { index, value } = ranked[at];
      button.textContent = `${frame.names?.[index] ?? layout.people[index].name} ${number(value, 3)}`;
    });
  }
}
