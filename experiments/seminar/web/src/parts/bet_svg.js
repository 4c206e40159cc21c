// The reveal of a bet: guesses as dots, the pairs of runs as ticks, the difference as a line in its interval.
import { s } from "../core/element.js";
import { number, signed } from "../core/numbers.js";
import { ticks } from "../core/ticks.js";
import { palette } from "../core/palette.js";

const FONT = "system-ui, sans-serif";
const [WIDEST, HEIGHT, SIDE] = [640, 300, 24];
const [TOP, GUESSES, PAIRS, AXIS] = [30, 160, 222, 248];
const DOTS = [6, 5, 4, 3, 2, 1.5, 1]; // radii, of which the largest is taken with which every pile has room

function extent(values) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = (high - low || 1) * 0.06;
  return [low - room, high + room];
}

// Guesses that would lie upon each other are piled up.
function piles(guesses, x) {
  const piled = (radius) => {
    const heights = new Map();
    return guesses.map((guess) => {
      const column = Math.round(x(guess) / (2 * radius + 1));
      const level = heights.get(column) ?? 0;
      heights.set(column, level + 1);
      return { radius, x: x(guess), y: GUESSES - radius - level * (2 * radius + 1) };
    });
  };
  const fits = (dots) => dots.every(({ radius, y }) => y - radius >= TOP + 16);
  const all = DOTS.map(piled);
  return all.find(fits) ?? all.at(-1);
}

export function betSvg({ guesses = [], mine = null, pairs = [], result = null, unit = "" }) {
  const colours = palette();
  const differences = pairs.filter(([a, b]) => a !== null && b !== null).map(([a, b]) => b - a);
  const shown = [
    ...guesses,
    ...differences,
    ...(mine === null ? [] : [mine]),
    ...(result ? [result.low ?? result.difference, result.high ?? result.difference] : []),
  ];
  const [low, high] = extent(shown.filter((value) => value !== null && value !== undefined));
  const WIDTH = Math.min(WIDEST, Math.max(300, window.innerWidth - 60)); // on a phone the words keep their size
  const x = (value) => SIDE + ((value - low) / (high - low)) * (WIDTH - 2 * SIDE);
  const text = (attributes, words) =>
    s("text", { "font-family": FONT, "font-size": 12, fill: colours.quiet, ...attributes }, words);
  const said = result
    ? `B minus A is ${number(result.difference)}, 95 % interval ${number(result.low)} to ${number(result.high)}. `
    : "";
  const root = s("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    height: HEIGHT,
    role: "img",
    class: "bet-figure",
    "aria-label": `${said}${guesses.length} guesses, ${differences.length} pairs of runs.`,
  });
  root.append(s("rect", { width: WIDTH, height: HEIGHT, fill: colours.surface }));
  if (result && result.low !== null) {
    root.append(
      s("rect", {
        x: x(result.low),
        y: TOP,
        width: Math.max(1, x(result.high) - x(result.low)),
        height: AXIS - TOP,
        fill: colours.accent,
        opacity: 0.16,
      }),
    );
  }
  root.append(
    s("line", { x1: x(0), x2: x(0), y1: TOP, y2: AXIS, stroke: colours.quiet, "stroke-dasharray": "3 3" }),
    text(
      { x: Math.max(SIDE + 40, Math.min(x(0), WIDTH - SIDE - 40)), y: 14, "text-anchor": "middle" },
      "no difference",
    ),
    s("line", { x1: SIDE, x2: WIDTH - SIDE, y1: AXIS, y2: AXIS, stroke: colours.line }),
    text({ x: 4, y: TOP + 12 }, guesses.length ? "guesses of the class" : ""),
    text({ x: 4, y: PAIRS - 16 }, differences.length ? "pairs of runs under the same luck" : ""),
  );
  for (const tick of ticks(low, high, 7))
    root.append(text({ x: x(tick), y: AXIS + 16, "text-anchor": "middle" }, signed(tick, 3)));
  root.append(
    text({ x: WIDTH / 2, y: HEIGHT - 8, "text-anchor": "middle" }, `difference B − A${unit ? `, ${unit}` : ""}`),
  );
  for (const dot of piles(guesses, x))
    root.append(
      s("circle", { cx: dot.x, cy: dot.y, r: dot.radius, fill: colours.unit, stroke: colours.surface, class: "guess" }),
    );
  for (const difference of differences)
    root.append(
      s("line", {
        x1: x(difference),
        x2: x(difference),
        y1: PAIRS - 9,
        y2: PAIRS + 9,
        stroke: colours.desk,
        "stroke-width": 2,
        opacity: 0.7,
        class: "pair",
      }),
    );
  if (mine !== null)
    root.append(
      s("path", { d: `M${x(mine)},${GUESSES + 2}l-7,12h14z`, fill: colours.ink }),
      text({ x: x(mine), y: GUESSES + 27, "text-anchor": "middle", fill: colours.ink, "font-weight": 600 }, "yours"),
    );
  if (result)
    root.append(
      s("line", {
        x1: x(result.difference),
        x2: x(result.difference),
        y1: TOP,
        y2: AXIS,
        stroke: colours.accent,
        "stroke-width": 2.5,
      }),
    );
  return root;
}
