// One run of the handout: the network on four days, and the days as plots.
import { h } from "../core/element.js";
import { drawing } from "../parts/drawing.js";
import { networkSvg } from "../parts/network_svg.js";
import { Sizes } from "../parts/sizes.js";
import { plotSvg } from "../parts/plot_svg.js";

export function days(run, kind) {
  const pictures = h("div", { class: "four" });
  const sizes = new Sizes((mode) =>
    pictures.replaceChildren(
      ...run.frames.map((frame) =>
        h(
          "figure",
          {},
          networkSvg(drawing(run.layout, frame, mode), { title: `The organisation on day ${frame.day}` }),
          h("figcaption", {}, `day ${frame.day}`),
        ),
      ),
    ),
  );
  sizes.setKind(kind);
  const names = Object.fromEntries(run.series.map((series) => [series.id, series]));
  const last = run.days.at(-1);
  return h(
    "section",
    {},
    h("h2", { class: "section" }, "Day by day"),
    h(
      "div",
      { class: "card" },
      h("div", { class: "picture-head" }, sizes.element, h("span", { class: "quiet" }, `one run, seed ${run.seed}`)),
      pictures,
      sizes.key,
    ),
    h(
      "div",
      { class: "plots" },
      run.panels.map((panel) =>
        h(
          "figure",
          { class: "card" },
          plotSvg(panel, names, run.values, { days: last }),
          h("figcaption", { class: "quiet" }, panel.meaning),
        ),
      ),
    ),
  );
}
