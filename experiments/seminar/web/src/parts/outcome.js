// How a bet came out: progress while it runs, then the difference in a sentence and in a figure.
import { h } from "../core/element.js";
import { number, plural, signed, words } from "../core/numbers.js";
import { betSvg } from "./bet_svg.js";
import { sourced } from "./sourced.js";

// Whether the interval includes no difference.
const isOpen = ({ low, high }) => low !== null && low <= 0 && high >= 0;

export function sentenceOf({ result, measure, n_bets, replications }) {
  const { difference, low, high, n, a, b } = result;
  const unit = measure.unit ? ` ${measure.unit}` : "";
  const interval = low === null ? "" : ` (95 % interval ${signed(low)} to ${signed(high)})`;
  const guesses = `Of ${plural(n_bets, "guess", "guesses")}`;
  const class_ = !n_bets
    ? ""
    : isOpen(result)
      ? ` ${guesses}, ${result.inside} fell within the interval, which includes no difference, so that no sign can be told.`
      : ` ${guesses}, ${result.right_side} had the right sign and ${result.inside} fell within the interval.`;
  const apart = replications && n < replications ? ` (of ${replications}; in the others it does not apply)` : "";
  const pairs = `${plural(n, "pair")} of runs${apart}`;
  return `${words(measure.label)}: ${number(a)} in A, ${number(b)} in B, a difference of ${signed(difference)}${unit}${interval}, over ${pairs}.${class_}`;
}

export function outcome(room, mine = null) {
  const { state, done, total, seconds_left: left, result } = room;
  const parts = [];
  if (state === "running") {
    const rest = left === null || left === undefined ? "" : `, about ${Math.ceil(left)} s left`;
    parts.push(
      h("p", { role: "status" }, `Both designs run under the same luck: ${done} of ${plural(total, "run")}${rest}.`),
      h("progress", { max: total, value: done, "aria-label": "Runs done" }),
    );
  }
  if (state === "revealed" && result) {
    parts.push(h("p", { class: "verdict" }, sentenceOf(room)));
    if (mine !== null) {
      const inside = result.low !== null && mine >= result.low && mine <= result.high;
      const right = Math.sign(mine) === Math.sign(result.difference);
      const wrong = isOpen(result)
        ? "outside the interval, which includes no difference."
        : mine === 0
          ? "no difference, while there is one."
          : "the wrong sign.";
      parts.push(
        h(
          "p",
          {},
          `Your guess was ${signed(mine)}: ${inside ? "within the interval." : right && !isOpen(result) ? "the right sign, but outside the interval." : wrong}`,
        ),
      );
    }
  }
  if (state === "revealed" && room.says) parts.push(h("p", { class: "says" }, sourced(room.says)));
  if (state === "failed") parts.push(h("p", { class: "trouble" }, room.sentence));
  if (state === "betting" && room.bets && !room.bets.length)
    parts.push(h("p", { class: "quiet" }, "Guesses appear here as they come; only you see them before the reveal."));
  else if (state !== "betting" || room.bets) {
    parts.push(betSvg({ guesses: room.bets ?? [], mine, pairs: room.pairs ?? [], result, unit: room.measure.unit }));
  }
  return parts;
}
