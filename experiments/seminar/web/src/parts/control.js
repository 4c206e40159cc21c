// The control of one parameter, from its record: slider, number, switch, choice or text.
import { h } from "../core/element.js";
import { number, unitOf, words } from "../core/numbers.js";
import { written, parsed } from "../core/address.js";
import { hint } from "./hint.js";

const GRADES = {
  measured: "a figure in the sources",
  estimated: "from another study",
  calibrated: "moved until published patterns were met",
  assumed: "no source",
  design: "a choice that one varies",
};

export function explained(parameter) {
  const { meaning, unit, symbol, low, high, rows, source, grade, name } = parameter;
  const bounds = low === null || low === undefined ? null : `${number(low)} to ${number(high)}`;
  return [
    h("p", {}, meaning),
    h(
      "p",
      { class: "quiet" },
      [unitOf({ unit }) && `Unit: ${unit}`, symbol && `symbol ${symbol}`, bounds && `allowed: ${bounds}`]
        .filter(Boolean)
        .join(" · "),
    ),
    h("p", { class: "quiet" }, `Evidence: ${grade}, ${GRADES[grade] ?? ""}. Source: ${source || "none"}.`),
    ...(rows ?? []).map(({ row, text }) => h("p", { class: "quiet" }, h("b", {}, row), ` ${text}`)),
    h("p", { class: "quiet" }, h("code", {}, name)),
  ];
}

const LOG = 200; // steps of a slider on a logarithmic scale

function slider(parameter, value, id, tell) {
  const { low, high, step } = parameter;
  const isLog = step === null || step === undefined;
  const floor = low > 0 ? low : high / 1e6;
  const to = (x) => (isLog ? Math.round((LOG * Math.log(Math.max(x, floor) / floor)) / Math.log(high / floor)) : x);
  const from = (x) => (isLog ? Number((floor * (high / floor) ** (x / LOG)).toPrecision(3)) : x);
  const whole = parameter.type === "whole";
  const typed = h("input", {
    type: "number",
    id,
    class: "typed",
    value,
    step: "any",
    inputmode: "decimal",
    "data-name": parameter.name,
  });
  const range = h("input", {
    type: "range",
    min: isLog ? 0 : low,
    max: isLog ? LOG : high,
    step: isLog ? 1 : step,
    "aria-label": words(parameter.label),
    "data-slider": parameter.name,
  });
  range.value = to(value);
  range.oninput = () => (typed.value = whole ? Math.round(from(range.valueAsNumber)) : from(range.valueAsNumber));
  range.onchange = () => tell(Number(typed.value));
  typed.onchange = () => {
    if (typed.value === "") return void (typed.value = value); // emptied, which is no number
    range.value = to(Number(typed.value));
    tell(Number(typed.value));
  };
  return [range, typed];
}

const MAKERS = {
  number: slider,
  whole: slider,
  switch: (parameter, value, id, tell) => [
    h("input", {
      type: "checkbox",
      id,
      checked: value,
      "data-name": parameter.name,
      onchange: (event) => tell(event.target.checked),
    }),
  ],
  choice: (parameter, value, id, tell) => [
    h(
      "select",
      { id, "data-name": parameter.name, onchange: (event) => tell(event.target.value) },
      parameter.choices.map((choice) =>
        h("option", { value: choice.name, selected: choice.name === value, title: choice.meaning }, words(choice.name)),
      ),
    ),
  ],
};

const typedText = (parameter, value, id, tell) => [
  h("input", {
    type: "text",
    id,
    value: written(value),
    "data-name": parameter.name,
    onchange: (event) => tell(parsed(event.target.value)),
  }),
];

let count = 0;

// `tell` gets the new value, or undefined when the reader goes back to the scenario's own.
export function control(parameter, value, tell) {
  const id = `parameter-${++count}`;
  const changed = JSON.stringify(value) !== JSON.stringify(parameter.value);
  const bounded = parameter.low !== null && parameter.low !== undefined;
  const make =
    ["number", "whole"].includes(parameter.type) && !bounded ? typedText : (MAKERS[parameter.type] ?? typedText);
  const back =
    changed &&
    h(
      "button",
      {
        type: "button",
        class: "back",
        "aria-label": `${words(parameter.label)}: back to ${written(parameter.value)}`,
        title: `Back to ${written(parameter.value)}`,
        onclick: () => tell(undefined),
      },
      "↺",
    );
  return h(
    "div",
    { class: `parameter ${parameter.type}${changed ? " changed" : ""}` },
    h(
      "div",
      { class: "parameter-head" },
      h("label", { for: id }, words(parameter.label)),
      h("span", { class: `grade grade-${parameter.grade}`, title: GRADES[parameter.grade] }, parameter.grade),
      back || null,
      hint(words(parameter.label), () => explained(parameter)),
    ),
    h("div", { class: "parameter-body" }, make(parameter, value, id, tell)),
  );
}
