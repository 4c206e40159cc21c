// Paints a day of the network on a canvas: rings below, then lines, words, people, and the names of those pointed at.
import { palette } from "../core/palette.js";

const FONT = "system-ui, sans-serif";
const AROUND = 2 * Math.PI;

// A word cut short to a width, so that neighbours do not run into each other.
function fitted(context, word, width) {
  if (context.measureText(word).width <= width) return word;
  let short = word;
  while (short.length > 3 && context.measureText(`${short}…`).width > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

function disc(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, AROUND);
}

function paintRings(context, { rings, places }, at, scale, colours) {
  for (const ring of rings) {
    const [x, y] = at(ring.x, ring.y);
    disc(context, x, y, ring.radius * scale);
    context.strokeStyle = ring.serves ? colours.accent : colours.line;
    context.lineWidth = ring.serves ? 2.5 : 1;
    context.stroke();
  }
  context.fillStyle = colours.line;
  for (const place of places) {
    disc(context, ...at(place.x, place.y), (2 + 2.2 * Math.sqrt(place.waiting)) * Math.max(scale, 0.5));
    context.fill();
  }
}

function paintLines(context, { nodes, edges }, at) {
  for (const { source, target, width, colour } of edges) {
    context.beginPath();
    context.moveTo(...at(nodes[source].x, nodes[source].y));
    context.lineTo(...at(nodes[target].x, nodes[target].y));
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}

function paintWords(context, { rings, places }, at, scale, colours) {
  Object.assign(context, { textAlign: "center", lineWidth: 3.5, lineJoin: "round", strokeStyle: colours.surface });
  const write = (font, colour, text, x, y) => {
    context.font = `${font} ${FONT}`;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  for (const { x: left, y: top, radius, label, serves } of rings) {
    const font = `${serves ? "600 " : ""}${scale < 0.5 ? 9 : 11}px`;
    const [x, y] = at(left, top);
    context.font = `${font} ${FONT}`;
    const word = fitted(context, label, 2.3 * radius * scale);
    write(font, serves ? colours.accent : colours.quiet, word, x, y - radius * scale - 3);
  }
  for (const place of places) {
    const [x, y] = at(place.x, place.y);
    write("600 12px", colours.ink, String(place.waiting), x, y + 4);
    if (place.kind !== "unit") write("11px", colours.quiet, place.label, x, y + 18); // a unit's ring is named already
  }
}

function paintName(context, { label, colour }, [x, y], radius, colours) {
  context.font = `600 12px ${FONT}`;
  const wide = context.measureText(label).width + 12;
  const isRight = x + radius + 4 + wide < context.canvas.clientWidth;
  const left = isRight ? x + radius + 4 : x - radius - 4 - wide;
  Object.assign(context, { fillStyle: colours.surface, strokeStyle: colours.accent, lineWidth: 2, textAlign: "left" });
  context.beginPath();
  context.roundRect(left, y - 11, wide, 22, 5);
  context.fill();
  context.stroke();
  disc(context, x, y, radius + 2);
  context.fillStyle = colour;
  context.fill();
  context.stroke();
  context.fillStyle = colours.ink;
  context.fillText(label, left + 6, y + 4);
}

// `at` leads from places of the layout to points of the canvas, `scale` from its lengths to theirs; `radii` are those of
// the people in points; `named` are the people whose names are shown.
export function paint(context, drawn, { at, scale, radii, named }) {
  const colours = palette();
  paintRings(context, drawn, at, scale, colours);
  paintLines(context, drawn, at);
  paintWords(context, drawn, at, scale, colours);
  context.lineWidth = 1;
  drawn.nodes.forEach(({ x, y, colour, rim }, index) => {
    disc(context, ...at(x, y), radii[index]);
    context.fillStyle = colour;
    context.fill();
    context.strokeStyle = rim;
    context.stroke();
  });
  for (const index of named) {
    const node = drawn.nodes[index];
    paintName(context, node, at(node.x, node.y), radii[index], colours);
  }
}
