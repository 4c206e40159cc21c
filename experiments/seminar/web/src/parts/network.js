// The organisation as a network on a canvas: people never move, sizes and colours follow the day.
import { select } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity } from "d3-zoom";
import { h } from "../core/element.js";
import { onTheme } from "../core/palette.js";
import { boxOf, drawing } from "./drawing.js";
import { paint } from "./network_paint.js";
import { networkSvg } from "./network_svg.js";

const NEAREST = 10; // times as large as the whole picture
const REACH = 4; // points beside a circle at which it still answers to the mouse
const HEADROOM = 8; // points above the picture for the words over its first ring, which do not shrink with it
const GLIDE = 200; // milliseconds of a change of view
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

// The wheel scrolls the page, with Ctrl, as in maps, it zooms; one finger scrolls too, two zoom.
const isOfView = (event) =>
  event.type === "wheel" ? event.ctrlKey : event.touches ? event.touches.length > 1 : !event.ctrlKey && !event.button;

export class Network {
  constructor({ label, onPerson = () => {} }) {
    this.canvas = h("canvas", { class: "network-layer", "aria-hidden": "true" });
    this.stage = h("div", { class: "network-stage", role: "img", "aria-label": label }, this.canvas);
    this.element = h("div", { class: "network" }, this.stage);
    this.label = label;
    this.onPerson = onPerson;
    this.mode = "load"; // or another of the legend's sizes
    this.layout = this.frame = this.chosen = this.under = null;
    this.view = zoomIdentity;
    this.zooming = zoom()
      .scaleExtent([0.5, NEAREST])
      .filter(isOfView)
      .on("zoom", ({ transform }) => {
        this.view = transform;
        this.#draw();
      });
    select(this.canvas).call(this.zooming).on("dblclick.zoom", null);
    this.canvas.addEventListener("pointermove", (event) => this.#point(this.#hit(event)));
    this.canvas.addEventListener("pointerleave", () => this.#point(null));
    this.canvas.addEventListener("click", (event) => {
      const person = this.#hit(event);
      if (person !== null) this.onPerson(person);
    });
    new ResizeObserver(() => this.#draw()).observe(this.stage);
    onTheme(() => this.show(this.frame));
  }

  // A new run; the same headcounts stand where they stood.
  setLayout(layout) {
    this.layout = layout;
    this.frame = this.drawn = this.chosen = this.under = null;
    const { width, height } = boxOf(layout);
    this.stage.style.aspectRatio = `${width} / ${height}`;
    this.zoom(0, 0);
  }

  show(frame) {
    this.frame = frame;
    if (!frame) return;
    this.drawn = drawing(this.layout, frame, this.mode, this.chosen);
    this.#draw();
  }

  setMode(mode) {
    this.mode = mode;
    this.show(this.frame);
  }

  choose(person) {
    this.chosen = person;
    this.show(this.frame);
  }

  zoom(factor, glide = GLIDE) {
    const canvas = select(this.canvas);
    const target = glide && !still.matches ? canvas.transition().duration(glide) : canvas;
    if (factor) this.zooming.scaleBy(target, factor);
    else this.zooming.transform(target, zoomIdentity);
  }

  picture() {
    return this.frame && networkSvg(drawing(this.layout, this.frame, this.mode, this.chosen), { title: this.label });
  }

  // The person under the mouse, the one in front where circles overlap.
  #hit(event) {
    if (!this.drawn || !this.radii) return null;
    const distance = ({ x, y }, index) => {
      const [left, top] = this.at(x, y);
      return Math.hypot(left - event.offsetX, top - event.offsetY) - this.radii[index];
    };
    const near = this.drawn.nodes.map((node, index) => ({ index, off: distance(node, index) }));
    const hit = near.reduce((best, one) => (one.off < best.off ? one : best), { index: null, off: REACH });
    return hit.index;
  }

  #point(person) {
    if (person === this.under) return;
    this.under = person;
    this.canvas.style.cursor = this.stage.style.cursor = person === null ? "" : "pointer";
    this.#draw();
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (!this.drawn || !width) return;
    const { box, nodes } = this.drawn;
    const base = Math.min(width / box.width, (height - HEADROOM) / box.height);
    const left = (width - base * box.width) / 2 - base * box.left;
    const top = HEADROOM + (height - HEADROOM - base * box.height) / 2 - base * box.top;
    this.at = (x, y) => this.view.apply([left + base * x, top + base * y]);
    this.radii = nodes.map(({ size }) => size * Math.sqrt(this.view.k));
    const named = [this.chosen, this.under].filter((person) => person !== null && person !== undefined);
    paint(this.#cleared(width, height), this.drawn, {
      at: this.at,
      scale: base * this.view.k,
      radii: this.radii,
      named,
    });
    this.stage.dataset.day = this.frame.day;
  }

  #cleared(width, height) {
    const ratio = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== wide || this.canvas.height !== high)
      Object.assign(this.canvas, { width: wide, height: high });
    const context = this.canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }
}
