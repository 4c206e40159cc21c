// The organisation as a network on a WebGL canvas: people never move, sizes and colours follow the day.
import Graph from "graphology";
import Sigma from "sigma";
import { h } from "../core/element.js";
import { onTheme, palette } from "../core/palette.js";
import { boxOf, drawing } from "./drawing.js";
import { networkSvg } from "./network_svg.js";

const FONT = "system-ui, sans-serif";

export function hasWebGl() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2"));
}

// A word cut short to a width, so that neighbours do not run into each other.
function fitted(context, word, width) {
  if (context.measureText(word).width <= width) return word;
  let short = word;
  while (short.length > 3 && context.measureText(`${short}…`).width > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

export class Network {
  constructor({ label, onPerson = () => {} }) {
    this.stage = h("div", { class: "network-stage", role: "img", "aria-label": label });
    this.element = h("div", { class: "network" }, this.stage);
    this.label = label;
    this.onPerson = onPerson;
    this.mode = "load"; // or another of the legend's sizes
    this.layout = this.frame = this.sigma = this.chosen = null;
    onTheme(() => this.#draw());
  }

  // A new run; the same headcounts stand where they stood.
  setLayout(layout) {
    this.layout = layout;
    this.frame = this.chosen = null;
    this.sigma?.kill();
    this.sigma = null;
    this.stage.replaceChildren();
    const { width, height } = boxOf(layout);
    this.stage.style.aspectRatio = `${width} / ${height}`;
  }

  show(frame) {
    this.frame = frame;
    this.#draw();
  }

  setMode(mode) {
    this.mode = mode;
    this.#draw();
  }

  choose(person) {
    this.chosen = person;
    this.#draw();
  }

  zoom(factor) {
    const camera = this.sigma?.getCamera();
    if (!camera) return;
    if (factor === 0) camera.animatedReset();
    else camera.animate({ ratio: camera.ratio / factor });
  }

  picture() {
    return this.frame && networkSvg(drawing(this.layout, this.frame, this.mode, this.chosen), { title: this.label });
  }

  #draw() {
    if (!this.frame || !this.stage.isConnected || !this.stage.clientWidth) return;
    this.drawn = drawing(this.layout, this.frame, this.mode, this.chosen);
    if (this.sigma === null) {
      if (!hasWebGl()) return this.stage.replaceChildren(this.picture());
      this.#start();
    }
    const { nodes, edges } = this.drawn;
    nodes.forEach(({ size, colour, label }, index) =>
      this.graph.mergeNodeAttributes(String(index), { size, color: colour, label }),
    );
    this.graph.clearEdges();
    edges.forEach(({ source, target, width, colour }) =>
      this.graph.addEdge(String(source), String(target), { size: width, color: colour }),
    );
    this.sigma.refresh();
    this.stage.dataset.day = this.frame.day;
  }

  #start() {
    const { box, nodes } = this.drawn;
    this.graph = new Graph({ type: "directed", multi: true });
    nodes.forEach(({ x, y, label }, index) => this.graph.addNode(String(index), { x, y: -y, label, size: 1 }));
    this.below = h("canvas", { class: "network-layer", "aria-hidden": "true" });
    this.words = h("canvas", { class: "network-layer", "aria-hidden": "true" });
    this.stage.append(this.below);
    this.sigma = new Sigma(this.graph, this.stage, {
      allowInvalidContainer: true,
      zIndex: true,
      labelRenderedSizeThreshold: Infinity,
      labelFont: FONT,
      defaultDrawNodeHover: (context, data) => this.#hover(context, data),
      stagePadding: 2,
      nodeReducer: (node, data) => (node === String(this.chosen) ? { ...data, highlighted: true, zIndex: 1 } : data),
      minCameraRatio: 0.1,
      maxCameraRatio: 2,
    });
    this.sigma.setCustomBBox({ x: [box.left, box.left + box.width], y: [-box.top - box.height, -box.top] });
    // The wheel scrolls the page; with Ctrl, as in maps, it zooms.
    this.sigma.getMouseCaptor().on("wheel", (event) => event.original.ctrlKey || event.preventSigmaDefault());
    this.sigma.on("enterNode", () => (this.stage.style.cursor = "pointer"));
    this.sigma.on("leaveNode", () => (this.stage.style.cursor = ""));
    this.sigma.on("clickNode", ({ node }) => this.onPerson(Number(node)));
    this.sigma.on("afterRender", () => this.#drawRings());
    this.sigma.getCanvases().nodes.before(this.words);
  }

  // Rings of teams and units, and what waits at each place, lie under the lines; their words lie above these.
  #drawRings() {
    const colours = palette();
    const rings = this.#cleared(this.below);
    const words = this.#cleared(this.words);
    const at = (x, y) => this.sigma.graphToViewport({ x, y: -y });
    const scale = at(1000, 0).x / 1000 - at(0, 0).x / 1000;
    const write = (text, x, y, colour) => {
      words.strokeText(text, x, y);
      words.fillStyle = colour;
      words.fillText(text, x, y);
    };
    Object.assign(words, { textAlign: "center", lineWidth: 3.5, lineJoin: "round", strokeStyle: colours.surface });
    for (const ring of this.drawn.rings) {
      const { x, y } = at(ring.x, ring.y);
      rings.beginPath();
      rings.arc(x, y, ring.radius * scale, 0, 2 * Math.PI);
      rings.strokeStyle = ring.serves ? colours.accent : colours.line;
      rings.lineWidth = ring.serves ? 2.5 : 1;
      rings.stroke();
      words.font = `${ring.serves ? "600 " : ""}${scale < 0.5 ? 9 : 11}px ${FONT}`;
      write(
        fitted(words, ring.label, 2.3 * ring.radius * scale),
        x,
        y - ring.radius * scale - 3,
        ring.serves ? colours.accent : colours.quiet,
      );
    }
    for (const place of this.drawn.places) {
      const { x, y } = at(place.x, place.y);
      rings.beginPath();
      rings.arc(x, y, (2 + 2.2 * Math.sqrt(place.waiting)) * Math.max(scale, 0.5), 0, 2 * Math.PI);
      rings.fillStyle = colours.line;
      rings.fill();
      words.font = `600 12px ${FONT}`;
      write(String(place.waiting), x, y + 4, colours.ink);
      if (place.kind === "unit") continue; // its ring is named already
      words.font = `11px ${FONT}`;
      write(place.label, x, y + 18, colours.quiet);
    }
  }

  #cleared(canvas) {
    const { width, height } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    }
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  #hover(context, { x, y, size, label, color }) {
    const colours = palette();
    context.font = `600 12px ${FONT}`;
    const wide = context.measureText(label).width + 12;
    context.fillStyle = colours.surface;
    context.strokeStyle = colours.accent;
    context.lineWidth = 2;
    context.beginPath();
    context.roundRect(x + size + 4, y - 11, wide, 22, 5);
    context.fill();
    context.stroke();
    context.beginPath();
    context.arc(x, y, size + 2, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
    context.stroke();
    context.fillStyle = colours.ink;
    context.textAlign = "left";
    context.fillText(label, x + size + 10, y + 4);
  }
}
