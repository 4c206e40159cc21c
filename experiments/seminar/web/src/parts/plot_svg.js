// A panel as an SVG picture, from the same values as the plot on the screen.
import { s } from "../core/element.js";
import { number } from "../core/numbers.js";
import { colourOf, palette } from "../core/palette.js";
import { ticks } from "../core/ticks.js";
import { columnsOf, topOf } from "./series.js";

const FONT = "system-ui, sans-serif";
const MARGIN = { left: 52, right: 16, top: 46, bottom: 34 };

export function plotSvg(panel, names, values, { days, width = 460, height = 250 } = {}) {
  const colours = palette();
  const columns = columnsOf(panel, values);
  const top = topOf(panel, columns) * 1.05;
  const last = days ?? Math.max(1, ...columns.map((column) => column.length - 1));
  const x = (day) => MARGIN.left + (day / last) * (width - MARGIN.left - MARGIN.right);
  const y = (value) => height - MARGIN.bottom - (value / top) * (height - MARGIN.top - MARGIN.bottom);
  const text = (attributes, words) =>
    s("text", { "font-family": FONT, "font-size": 11, fill: colours.quiet, ...attributes }, words);
  const root = s("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-label": `${panel.title}, ${panel.unit}, by day. ${panel.meaning}`,
  });
  root.append(
    s("rect", { width, height, fill: colours.surface }),
    text({ x: 8, y: 18, fill: colours.ink, "font-size": 13, "font-weight": 600 }, `${panel.title}, ${panel.unit}`),
  );
  for (const tick of ticks(0, top)) {
    root.append(
      s("line", { x1: MARGIN.left, x2: width - MARGIN.right, y1: y(tick), y2: y(tick), stroke: colours.line }),
      text({ x: MARGIN.left - 6, y: y(tick) + 4, "text-anchor": "end" }, number(tick, 3)),
    );
  }
  for (const tick of ticks(0, last))
    root.append(text({ x: x(tick), y: height - 16, "text-anchor": "middle" }, String(tick)));
  root.append(text({ x: width - MARGIN.right, y: height - 3, "text-anchor": "end" }, "working day"));
  for (const { series, value, tolerance } of panel.lines ?? []) {
    const colour = colourOf(series, panel.series.indexOf(series));
    const half = tolerance ?? 0;
    root.append(
      s("rect", {
        x: MARGIN.left,
        width: width - MARGIN.left - MARGIN.right,
        y: y(value + half),
        height: y(value - half) - y(value + half),
        fill: colour,
        opacity: 0.13,
      }),
      s("line", {
        x1: MARGIN.left,
        x2: width - MARGIN.right,
        y1: y(value),
        y2: y(value),
        stroke: colour,
        "stroke-dasharray": "4 4",
      }),
    );
  }
  columns.forEach((column, at) =>
    root.append(...marks(panel, column, columns[at - 1], colourOf(panel.series[at], at), x, y)),
  );
  let left = 8;
  panel.series.forEach((id, at) => {
    const label = names[id]?.label ?? id;
    root.append(
      s("rect", { x: left, y: 27, width: 9, height: 9, rx: 2, fill: colourOf(id, at) }),
      text({ x: left + 13, y: 36 }, label),
    );
    left += 26 + 6.2 * label.length;
  });
  return root;
}

// Stretches without a value are left open.
function marks(panel, column, below, colour, x, y) {
  const stretches = [];
  column.forEach((value, day) => {
    if (value === null) return stretches.push([]);
    if (!stretches.length) stretches.push([]);
    const stretch = stretches.at(-1);
    if (panel.form === "steps" && stretch.length) stretch.push([day, stretch.at(-1)[1]]);
    stretch.push([day, value]);
  });
  const path = (points) =>
    points.map(([day, value], at) => `${at ? "L" : "M"}${x(day).toFixed(1)},${y(value).toFixed(1)}`).join("");
  return stretches
    .filter((stretch) => stretch.length)
    .map((stretch) => {
      if (panel.form !== "stack")
        return s("path", { d: path(stretch), fill: "none", stroke: colour, "stroke-width": 1.6 });
      const base = stretch.map(([day]) => [day, below?.[day] ?? 0]).reverse();
      return s("path", { d: `${path(stretch)}${path(base).replace("M", "L")}Z`, fill: colour, opacity: 0.85 });
    });
}
