// One run of the handout: the network on four days, and the days as plots.
import { h } from "../core/element.js";
import { drawing, SIZES } from "../parts/drawing.js";
import { networkSvg } from "../parts/network_svg.js";
import { plotSvg } from "../parts/plot_svg.js";

export function days(run) {
  const pictures = h("div", { class: "four" });
  const draw = (mode) => pictures.replaceChildren(...run.frames.map((frame) =>
    h("figure", {}, networkSvg(drawing(run.layout, frame, mode), { title: `The organisation on day ${frame.day}` }), h("figcaption", {}, `day ${frame.day}`))));
  const key = h("p", { class: "quiet" });
  const choose = ({ id, meaning }) => { draw(id); key.textContent = `${meaning} Shade: time spent on tasks that day. Lines: direct numbers. Bold rings: teams told to serve.`; };
  const sizes = h("fieldset", { class: "sizes" }, h("legend", { class: "unseen" }, "What size shows"),
    SIZES.map((size) => h("label", {}, h("input", { type: "radio", name: "size", value: size.id, checked: size.id === "load", onchange: () => choose(size) }), size.name)));
  choose(SIZES[0]);
  const names = Object.fromEntries(run.series.map((series) => [series.id, series]));
  const last = run.days.at(-1);
  return h("section", {}, h("h2", { class: "section" }, "Day by day"),
    h("div", { class: "card" }, h("div", { class: "picture-head" }, sizes, h("span", { class: "quiet" }, `one run, seed ${run.seed}`)), pictures, key),
    h("div", { class: "plots" }, run.panels.map((panel) => h("figure", { class: "card" }, plotSvg(panel, names, run.values, { days: last }), h("figcaption", { class: "quiet" }, panel.meaning)))));
}
