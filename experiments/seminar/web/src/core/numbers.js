// Numbers for people: four digits that count, thousands set apart, nothing where a value does not apply.
const GROUPED = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

export function number(value, digits = 4) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (Math.abs(value) >= 10 ** (digits - 1)) return GROUPED.format(value);
  return String(Number(value.toPrecision(digits))).replace("-", "−");
}

export const signed = (value, digits) => (value > 0 ? "+" : "") + number(value, digits);

export const withUnit = (value, unit) => (unit && value !== null ? `${number(value)} ${unit}` : number(value));

export const words = (name) => name.replaceAll("_", " ");

// A parameter's value for reading: switches answer the question that their label asks.
export function read(value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return number(value);
  return Array.isArray(value) ? value.map(read).join(", ") : words(String(value));
}

// What a value is counted in; that it is a switch or a choice is seen.
export const unitOf = ({ unit }) => (["switch", "rule"].includes(unit) ? "" : (unit ?? ""));

export const plural = (count, one, many = `${one}s`) => `${GROUPED.format(count)} ${count === 1 ? one : many}`;
