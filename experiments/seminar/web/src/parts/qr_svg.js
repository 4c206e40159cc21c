// A link as a square that telephones read; dark on white in every scheme of colours, as they need it.
import { encode } from "uqr";
import { s } from "../core/element.js";

const CELL = 5;

export function qrSvg(link) {
  const { data, size } = encode(link, { border: 3 });
  const side = size * CELL;
  const path = data.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x * CELL},${y * CELL}h${CELL}v${CELL}h-${CELL}z` : "")),
  );
  return s(
    "svg",
    {
      viewBox: `0 0 ${side} ${side}`,
      width: side,
      height: side,
      role: "img",
      "aria-label": `The link ${link} for a camera`,
      class: "qr",
    },
    s("rect", { width: side, height: side, fill: "#fff" }),
    s("path", { d: path.join(""), fill: "#000", "shape-rendering": "crispEdges" }),
  );
}
