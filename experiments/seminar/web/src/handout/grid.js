// Sliders over a grid of real runs: every position was run beforehand; nothing is interpolated.
import { h } from "../core/element.js";
import { number, read, unitOf, words } from "../core/numbers.js";
import { explained } from "../parts/control.js";
import { defined } from "../parts/defined.js";

export function grid({ sliders, measures, grid: points, replications }) {
  const at = sliders.map(({ start }) => start);
  const cells = Object.fromEntries(
    measures.map(({ name }) => [
      name,
      {
        mean: h("td", { class: "number", "data-measure": name }),
        interval: h("td", { class: "number" }),
        bar: h("td", { class: "bar" }),
      },
    ]),
  );
  const reach = Object.fromEntries(
    measures.map(({ name }) => [
      name,
      extent(
        points.map(({ values }) => values[name]),
        measures.find((measure) => measure.name === name).published,
      ),
    ]),
  );
  const where = h("p", { role: "status", class: "quiet" });

  function show() {
    const point = points.find((candidate) => candidate.at.every((place, index) => place === at[index]));
    for (const { name, published } of measures) {
      const value = point?.values[name] ?? null;
      cells[name].mean.textContent = value ? number(value.mean) : "–";
      cells[name].mean.dataset.value = value?.mean ?? "";
      cells[name].interval.textContent =
        value && value.low !== null ? `${number(value.low)} … ${number(value.high)}` : "";
      cells[name].bar.replaceChildren(...(value ? [bar(value, published, reach[name])] : []));
    }
    where.textContent = `Mean of ${replications} runs with 95 % interval, at ${sliders.map(({ label, values }, index) => `${words(label)} ${read(values[at[index]])}`).join(", ")}.`;
  }

  const controls = sliders.map((slider, index) => {
    const reading = h("output", { class: "reading-small" }, read(slider.values[slider.start]));
    const range = h("input", {
      type: "range",
      min: 0,
      max: slider.values.length - 1,
      step: 1,
      id: `slider-${index}`,
      "aria-valuetext": read(slider.values[slider.start]),
    });
    range.value = slider.start;
    range.oninput = () => {
      at[index] = range.valueAsNumber;
      reading.value = read(slider.values[at[index]]);
      range.setAttribute("aria-valuetext", reading.value);
      show();
    };
    return h(
      "div",
      { class: "slider-row" },
      h(
        "label",
        { for: `slider-${index}` },
        words(slider.label),
        unitOf(slider) ? h("span", { class: "quiet" }, ` ${slider.unit}`) : null,
      ),
      range,
      reading,
      h(
        "details",
        { class: "why" },
        h("summary", {}, "meaning and source"),
        explained({ ...slider, low: null, rows: [] }),
      ),
    );
  });
  const rows = measures.map(({ name, label, unit, definition, published, row }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, defined(label, definition)),
      cells[name].mean,
      cells[name].interval,
      cells[name].bar,
      h("td", {}, unit),
      h("td", {}, published ? `${aim(published)} [${row ?? published.row}]` : ""),
    ),
  );
  show();
  return h(
    "section",
    {},
    h("h2", { class: "section" }, "What if?"),
    h(
      "div",
      { class: "card" },
      controls,
      where,
      h(
        "div",
        { class: "scroll", tabindex: 0, role: "group", "aria-label": "Measures" },
        h(
          "table",
          { class: "measures" },
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              ["measure", "mean", "95 % interval", "", "unit", "published"].map((title) =>
                title ? h("th", { scope: "col" }, title) : h("td", { class: "bar" }),
              ),
            ),
          ),
          h("tbody", {}, rows),
        ),
      ),
    ),
  );
}

function aim({ value, tolerance, below, above }) {
  if (value !== null && value !== undefined)
    return tolerance ? `${number(value)} ± ${number(tolerance)}` : number(value);
  return below !== null && below !== undefined
    ? `< ${number(below)}`
    : above !== null && above !== undefined
      ? `> ${number(above)}`
      : "";
}

function extent(values, published) {
  const all = values.filter(Boolean).flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean]);
  for (const key of ["value", "below", "above"])
    if (published?.[key] !== null && published?.[key] !== undefined) all.push(published[key]);
  const [low, high] = [Math.min(0, ...all), Math.max(...all)];
  return { low, span: high - low || 1 };
}

function bar({ mean, low, high }, published, { low: from, span }) {
  const percent = (value) => `${(100 * (value - from)) / span}%`;
  const mark = published?.value ?? published?.below ?? published?.above ?? null;
  return h(
    "div",
    { class: "bar-track", "aria-hidden": "true" },
    h("span", {
      class: "bar-interval",
      style: {
        left: percent(low ?? mean),
        width: `${Math.max(0.8, (100 * ((high ?? mean) - (low ?? mean))) / span)}%`,
      },
    }),
    h("span", { class: "bar-mean", style: { left: percent(mean) } }),
    mark === null ? null : h("span", { class: "bar-aim", style: { left: percent(mark) } }),
  );
}
