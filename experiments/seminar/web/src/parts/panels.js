// All plots of a run, in the order the server names them; a click in one goes to its day.
import { h } from "../core/element.js";
import { onTheme } from "../core/palette.js";
import { Plot } from "./plot.js";

export class Panels {
  constructor(onDay) {
    this.element = h("div", { class: "panels" });
    this.onDay = onDay;
    this.plots = [];
    this.values = {};
    this.observer = new ResizeObserver(() => this.plots.forEach((plot) => plot.resize()));
    this.observer.observe(this.element);
    onTheme(() => this.opened && this.setRun(this.opened, this.values));
  }

  setRun(opened, values = {}) {
    this.plots.forEach((plot) => plot.destroy());
    this.opened = opened;
    this.names = Object.fromEntries(opened.series.map((series) => [series.id, series]));
    this.plots = opened.panels.map((panel) => new Plot(panel, this.names, opened.days, this.onDay));
    this.element.replaceChildren(...this.plots.map((plot) => plot.element));
    this.setValues(values);
  }

  setValues(values) {
    this.values = values;
    this.plots.forEach((plot) => plot.set(values));
  }

  show(day) {
    this.plots.forEach((plot) => plot.show(day));
  }
}
