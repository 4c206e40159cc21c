// The first five by what size shows: the names behind the largest circles, each leading to a diary.
import { h, say } from "../core/element.js";
import { number } from "../core/numbers.js";

const MOST = 5;

function valueOf(frame, layout, mode, index) {
  const front = index < layout.n_front;
  if (mode === "load") return frame.load[index];
  if (mode === "asked") return front ? null : frame.asked[index - layout.n_front];
  return front ? frame.credit[index] : null;
}

const sum = (list) => list.reduce((total, { value }) => total + value, 0);

// What the first five have of all, beside what they would have if all had the same.
function together(ranked, counted, share) {
  const percent = (part) => `${Math.round(100 * part)} %`;
  const [theirs, even] = [sum(ranked) / sum(counted), ranked.length / counted.length];
  return `These ${ranked.length} of ${counted.length} have ${percent(theirs)} ${share}; evenly it would be ${percent(even)}.`;
}

export class Leaders {
  constructor(onPerson) {
    this.onPerson = onPerson;
    this.buttons = Array.from({ length: MOST }, (_, at) =>
      h("button", { type: "button", class: "plain", onclick: () => this.onPerson(this.first[at]) }),
    );
    this.unit = h("span", { class: "quiet" });
    this.share = h("span", { class: "leaders-share" });
    this.first = [];
    this.element = h(
      "div",
      { class: "leaders", role: "group", "aria-label": "The first five" },
      this.unit,
      this.buttons,
      this.share,
    );
  }

  show(layout, frame, { id, most, none, share }) {
    const counted = layout.people
      .map((_, index) => ({ index, value: valueOf(frame, layout, id, index) }))
      .filter(({ value }) => value !== null && value !== undefined);
    const ranked = counted
      .filter(({ value }) => value > 0)
      .sort((one, other) => other.value - one.value || one.index - other.index)
      .slice(0, MOST);
    this.first = ranked.map(({ index }) => index);
    say(this.unit, ranked.length ? `${most}:` : none);
    say(this.share, share && ranked.length === MOST ? together(ranked, counted, share) : "");
    this.buttons.forEach((button, at) => {
      button.hidden = at >= ranked.length;
      if (button.hidden) return;
      const { index, value } = ranked[at];
      say(button, `${frame.names?.[index] ?? layout.people[index].name} ${number(value, 3)}`);
    });
  }
}
