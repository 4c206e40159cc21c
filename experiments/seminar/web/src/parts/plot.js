// One panel as a plot: lines, steps or stacked areas over the days, published values as bands, a veil over days to come.
import uPlot from "uplot";
import { h } from "../core/element.js";
import { number } from "../core/numbers.js";
import { colourOf, palette } from "../core/palette.js";
import { columnsOf, told, topOf } from "./series.js";

const HEIGHT = 170;

export class Plot {
  constructor(panel, names, days, onDay) {
    Object.assign(this, { panel, names, days, onDay, values: {}, day: 0 });
    this.canvas = h("div", { class: "plot-canvas", role: "img" });
    this.veil = h("div", { class: "plot-veil", "aria-hidden": "true" });
    this.keys = panel.series.map((id) => h("output", { class: "plot-value" }, "–"));
    this.element = h(
      "section",
      { class: "panel", "data-panel": panel.id },
      h("h3", { title: panel.meaning }, panel.title, h("span", { class: "unit" }, panel.unit)),
      h(
        "ul",
        { class: "plot-legend" },
        panel.series.map((id, at) => this.#key(id, at)),
      ),
      this.canvas,
    );
  }

  #key(id, at) {
    const swatch = h("span", { class: "swatch", "aria-hidden": "true", style: { backgroundColor: colourOf(id, at) } });
    return h("li", {}, swatch, h("span", {}, this.names[id]?.label ?? id), this.keys[at]);
  }

  set(values) {
    this.values = values;
    const columns = columnsOf(this.panel, values);
    const length = Math.max(...columns.map((column) => column.length), 1);
    const data = [Array.from({ length }, (_, day) => day), ...columns];
    this.top = topOf(this.panel, columns);
    if (!this.plot) this.#start(data);
    else this.plot.setData(data);
    this.show(this.day);
  }

  show(day) {
    this.day = day;
    this.panel.series.forEach((id, at) => (this.keys[at].value = number(this.values[id]?.[day] ?? null, 3)));
    if (!this.plot) return;
    this.veil.style.left = `${(100 * day) / Math.max(1, this.days)}%`; // of the plotting area; nothing is measured here
    this.canvas.setAttribute("aria-label", told(this.panel, this.names, this.values, day));
  }

  resize() {
    const width = this.canvas.clientWidth;
    if (this.plot && width && width !== this.plot.width) this.plot.setSize({ width, height: HEIGHT });
    this.show(this.day);
  }

  destroy() {
    this.plot?.destroy();
    this.plot = null;
  }

  #start(data) {
    const colours = palette();
    const axis = {
      stroke: colours.quiet,
      grid: { stroke: colours.line, width: 1 },
      ticks: { stroke: colours.line },
      font: "11px system-ui, sans-serif",
    };
    const stack = this.panel.form === "stack";
    const lines = this.panel.series.map((id, at) => ({
      stroke: colourOf(id, at),
      width: stack ? 0.5 : 1.5,
      points: { show: false },
      spanGaps: false,
      fill: stack ? colourOf(id, at) : undefined,
      paths: this.panel.form === "steps" ? uPlot.paths.stepped({ align: 1 }) : undefined,
    }));
    const bands = stack ? this.panel.series.slice(1).map((_, at) => ({ series: [at + 2, at + 1] })) : undefined;
    this.plot = new uPlot(
      {
        width: this.canvas.clientWidth || 320,
        height: HEIGHT,
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
        scales: { x: { time: false, range: () => [0, this.days] }, y: { range: () => [0, this.top * 1.05] } },
        axes: [
          { ...axis, size: 24 },
          {
            ...axis,
            size: (_, said) => Math.max(52, 16 + 6.5 * Math.max(0, ...(said ?? []).map((one) => one.length))),
            values: (_, ticks) => ticks.map((tick) => number(tick, 3)),
          },
        ],
        series: [{}, ...lines],
        bands,
        hooks: { drawClear: [(plot) => this.#published(plot)] },
      },
      data,
      this.canvas,
    );
    this.plot.over.append(this.veil);
    this.plot.over.addEventListener("click", (event) => this.onDay(Math.round(this.plot.posToVal(event.offsetX, "x"))));
  }

  // Published values: a band of the tolerance around a dashed line, in the colour of the series.
  #published(plot) {
    const { ctx, bbox } = plot;
    for (const { series, value, tolerance } of this.panel.lines ?? []) {
      const colour = colourOf(series, this.panel.series.indexOf(series));
      const y = plot.valToPos(value, "y", true);
      const half = tolerance ? Math.abs(plot.valToPos(value + tolerance, "y", true) - y) : 0;
      ctx.save();
      ctx.fillStyle = `${colour}22`;
      ctx.fillRect(bbox.left, y - half, bbox.width, 2 * half);
      ctx.strokeStyle = colour;
      ctx.setLineDash([4, 4]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      ctx.restore();
    }
  }
}
