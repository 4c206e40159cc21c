// What the network shows on a day, whoever draws it: sizes, colours, lines, rings and what waits at each place.
import { between, palette } from "../core/palette.js";

const DESK = {
  sizes: [
    {
      id: "load",
      name: "swamped",
      most: "Most waits for",
      none: "Nothing waits.",
      share: "of all that waits",
      meaning: "Size: things waiting for the person, mean over the day.",
    },
    {
      id: "asked",
      name: "asked",
      most: "Asked most, messages in five days",
      none: "Nobody was named in a message on the last five days.",
      share: "of all messages that name a rep",
      meaning: "Size: how often a message named the rep on the last five days.",
    },
    {
      id: "credit",
      name: "credited",
      most: "Credited most, % of quota",
      none: "Nobody has reported a sale in this period yet.",
      meaning: "Size: share of the quota reported so far, claims included.",
    },
  ],
  colours: { desk: "salespeople, in teams", unit: "service reps, in units" },
  key: "Shade: time spent on tasks that day. Lines: direct numbers, darker where the rep is remembered as prompt. Bold rings: teams told to serve. Figures: requests waiting.",
};
const CENTRE = {
  sizes: [
    {
      id: "credit",
      name: "handling calls",
      most: "Most calls handled",
      none: "No call was handled yet.",
      share: "of all calls",
      meaning: "Size: calls handled so far, beside whoever handled most.",
    },
    {
      id: "load",
      name: "swamped",
      most: "Most waits for",
      none: "Nothing waits for anybody in person: callers wait for whoever is free.",
      share: "of all that waits",
      meaning: "Size: things waiting for the person, mean over the day.",
    },
  ],
  colours: { desk: "people who answer" },
  key: "Shade: time spent on calls that day. Figures: callers waiting, mean over the day.",
};

const QUEUE = {
  ...CENTRE,
  sizes: [
    {
      id: "credit",
      name: "time on calls",
      most: "Most minutes on calls",
      none: "No call was answered yet.",
      share: "of all minutes on calls",
      meaning: "Size: minutes on calls so far, beside whoever had most.",
    },
  ],
};

// What sizes may show, and how the picture is read, by the kind of setting.
export const legend = (kind) => ({ desk: DESK, queue: QUEUE })[kind] ?? CENTRE;

const LEAST = 3.5;

function sizeOf(person, index, frame, layout, mode) {
  const front = index < layout.n_front;
  if (mode === "load") return LEAST + 2.4 * Math.sqrt(frame.load[index] ?? 0);
  if (mode === "asked") return front ? LEAST : LEAST + 1.5 * Math.sqrt(frame.asked[index - layout.n_front] ?? 0);
  if (!front) return LEAST;
  const most = Math.max(100, ...frame.credit.map((share) => share ?? 0));
  return LEAST + 8 * Math.sqrt((frame.credit[index] ?? 0) / most);
}

const shade = (person, busy, colours) =>
  person.role === "rep"
    ? between(colours.unitIdle, colours.unit, busy / 100)
    : between(colours.deskIdle, colours.desk, busy / 100);

// The part of the layout that is in use, with room for the words above the rings.
export function boxOf({ groups, people, places }) {
  const spots = [
    ...groups.map(({ x, y, radius }) => [x, y, radius + 24]),
    ...people.map(({ x, y }) => [x, y, 14]),
    ...places.map(({ x, y, kind }) => [x, y, kind === "unit" ? 50 : 95]),
  ];
  const edge = (axis, sign) => sign * Math.max(...spots.map((spot) => sign * spot[axis] + spot[2]));
  const [left, right, top, bottom] = [edge(0, -1), edge(0, 1), edge(1, -1), edge(1, 1)];
  return { left, top, width: right - left, height: bottom - top };
}

// Means over a day are told to a tenth only where a tenth can be told.
const rounded = (value) => (value >= 10 ? Math.round(value) : value);

export function drawing(layout, frame, mode, chosen = null) {
  const colours = palette();
  const crowd = Math.min(1, Math.sqrt(120 / Math.max(layout.people.length, 1)));
  const nodes = layout.people.map((person, index) => ({
    x: person.x,
    y: person.y,
    size: sizeOf(person, index, frame, layout, mode) * crowd,
    colour: shade(person, Math.min(frame.busy[index] ?? 0, 100), colours),
    rim: person.role === "rep" ? colours.unit : colours.desk,
    label: frame.names?.[index] ?? person.name,
  }));
  const edges = [];
  for (let at = 0; at + 2 < frame.edges.length; at += 3) {
    const [source, target, weight] = frame.edges.slice(at, at + 3);
    const share = weight / 100;
    const own = source === chosen || target === chosen;
    // Opaque shades of the ground: WebGL would add half-transparent lines up to white.
    const colour = own
      ? colours.accent
      : between(colours.surface, colours.quiet, (0.15 + 0.75 * share * share) * crowd);
    edges.push({ source, target, rank: share + own, width: ((own ? 1.2 : 0.5) + 1.8 * share) * crowd, colour });
  }
  edges.sort((one, other) => one.rank - other.rank); // the strong ones above the weak
  let team = 0;
  const rings = layout.groups.map((group) => ({
    ...group,
    serves: group.kind === "team" && Boolean(frame.serving[team++]),
  }));
  const places = layout.places.map((place, index) => ({ ...place, waiting: rounded(frame.places[index] ?? 0) }));
  return { box: boxOf(layout), nodes, edges, rings, places };
}
