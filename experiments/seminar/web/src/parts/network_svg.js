// The network as an SVG picture: to take away, to print, and where a browser has no WebGL.
import { s } from "../core/element.js";
import { palette } from "../core/palette.js";

const FONT = "system-ui, sans-serif";

export function networkSvg(drawn, { title = "" } = {}) {
  const colours = palette();
  const { left, top, width, height } = drawn.box;
  const root = s("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `${left} ${top} ${width} ${height}`,
    width: Math.round(width),
    height: Math.round(height),
    role: "img",
    "aria-label": title,
  });
  root.append(s("rect", { x: left, y: top, width, height, fill: colours.surface }));
  for (const ring of drawn.rings) {
    const stroke = ring.serves ? colours.accent : colours.line;
    root.append(
      s("circle", {
        cx: ring.x,
        cy: ring.y,
        r: ring.radius,
        fill: "none",
        stroke,
        "stroke-width": ring.serves ? 2.5 : 1,
      }),
      s(
        "text",
        {
          x: ring.x,
          y: ring.y - ring.radius - 4,
          "text-anchor": "middle",
          "font-size": 12,
          "font-family": FONT,
          fill: colours.quiet,
        },
        ring.label,
      ),
    );
  }
  for (const { source, target, width: thick, colour } of drawn.edges) {
    const [a, b] = [drawn.nodes[source], drawn.nodes[target]];
    root.append(s("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colour, "stroke-width": thick }));
  }
  for (const place of drawn.places) {
    root.append(
      s("circle", {
        cx: place.x,
        cy: place.y,
        r: 2 + 2.2 * Math.sqrt(place.waiting),
        fill: colours.quiet,
        opacity: 0.35,
      }),
      s(
        "text",
        {
          x: place.x,
          y: place.y + 4,
          "text-anchor": "middle",
          "font-size": 12,
          "font-family": FONT,
          fill: colours.ink,
        },
        String(place.waiting),
      ),
    );
    if (place.kind !== "unit")
      root.append(
        s(
          "text",
          {
            x: place.x,
            y: place.y + 18,
            "text-anchor": "middle",
            "font-size": 11,
            "font-family": FONT,
            fill: colours.quiet,
          },
          place.label,
        ),
      );
  }
  for (const node of drawn.nodes) {
    const circle = s("circle", { cx: node.x, cy: node.y, r: node.size, fill: node.colour, stroke: node.rim });
    circle.append(s("title", {}, node.label));
    root.append(circle);
  }
  return root;
}
