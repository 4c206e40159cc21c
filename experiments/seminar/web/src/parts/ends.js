// What stands below a slider of differences: its ends, and where it says that there is none.
import { h } from "../core/element.js";
import { signed } from "../core/numbers.js";

export function ends(low, high) {
  const place = -low / (high - low);
  const words = place > 0.25 && place < 0.75 ? "no difference" : "0";
  return h(
    "div",
    { class: "ends" },
    h("span", {}, signed(low, 3)),
    place > 0 && place < 1
      ? h("span", { class: "zero", style: { left: `calc(8px + (100% - 16px) * ${place})` } }, words)
      : null,
    h("span", {}, signed(high, 3)),
  );
}
