// A bet before the reveal, for one reader: guess first, then see the pairs of runs.
import { h } from "../core/element.js";
import { number, signed, withUnit } from "../core/numbers.js";
import { onTheme } from "../core/theme.js";
import { designs } from "../parts/designs.js";
import { ends } from "../parts/ends.js";
import { outcome } from "../parts/outcome.js";

// `onPlaced` is called once, when the reader has bet.
export function betCard(bet, onPlaced) {
  const { low, high, step } = bet.scale;
  const range = h("input", { type: "range", min: low, max: high, step, id: "handout-guess" });
  range.value = 0;
  const reading = h("p", { class: "reading", role: "status" });
  const read = () =>
    (reading.textContent = `B: ${number(bet.base + range.valueAsNumber)} instead of ${number(bet.base)} ${bet.measure.unit} (${signed(range.valueAsNumber, 3)})`);
  const below = h("div", { "aria-live": "polite" });
  const reveal = h(
    "button",
    {
      type: "button",
      class: "primary",
      onclick: () => {
        range.disabled = reveal.disabled = true;
        show();
        onTheme(show);
        onPlaced();
      },
    },
    "Place the bet and see",
  );
  const show = () =>
    below.replaceChildren(
      ...outcome({ ...bet, state: "revealed", n_bets: 0, bets: [] }, range.valueAsNumber),
      h("p", { class: "quiet" }, h("code", {}, bet.command)),
    );
  range.oninput = read;
  read();
  return h(
    "section",
    {},
    h("h2", { class: "section" }, "Place your bet"),
    h(
      "div",
      { class: "card guessing" },
      h("p", { class: "reading" }, bet.question),
      designs({ title: "", changes: {}, a: bet.a, b: bet.b, labels: bet.labels }),
      h(
        "p",
        {},
        h("b", {}, bet.measure.label),
        `: ${bet.measure.definition} In A it is ${withUnit(bet.base, bet.measure.unit)}.`,
      ),
      h("label", { for: "handout-guess" }, "Your guess: B minus A"),
      ends(low, high),
      range,
      reading,
      reveal,
      below,
    ),
  );
}
