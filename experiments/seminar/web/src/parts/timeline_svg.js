// The life of an issue as a picture: one lane for everybody concerned, a mark a moment, time from left to right.
import { s } from "../core/element.js";
import { palette } from "../core/palette.js";

const FONT = "system-ui, sans-serif";
const [WIDTH, LANE, LEFT, TOP] = [720, 34, 130, 30];
const SHORTEST = 26; // pixels between two moments, so that those a minute apart can be told apart

// Places of the moments: in proportion to time as far as the shortest distance allows.
function places(moments) {
  const first = moments[0].time;
  const span = Math.max(1, moments.at(-1).time - first);
  const room = WIDTH - LEFT - 30;
  const free = Math.max(0, room - SHORTEST * moments.length);
  let drawn = LEFT + 10;
  return moments.map((moment, at) => {
    const gap = at ? (moment.time - moments[at - 1].time) / span : 0;
    drawn += at ? Math.min(SHORTEST, room / moments.length) + gap * free : 0;
    return drawn;
  });
}

export function timelineSvg(moments, onMoment = null) {
  const colours = palette();
  const people = [...new Set(moments.map(({ who }) => who))];
  const height = TOP + LANE * people.length + 46;
  const x = places(moments);
  const y = (who) => TOP + LANE * (people.indexOf(who) + 0.5);
  const text = (attributes, words) =>
    s("text", { "font-family": FONT, "font-size": 14, fill: colours.quiet, ...attributes }, words);
  const root = s("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${WIDTH} ${height}`,
    width: WIDTH,
    height,
    role: "img",
    class: "timeline",
    "aria-label": `Timeline: ${moments.length} moments of ${people.join(", ")}.`,
  });
  root.append(s("rect", { width: WIDTH, height, fill: colours.surface }));
  for (const who of people) {
    root.append(
      s("line", { x1: LEFT, x2: WIDTH - 10, y1: y(who), y2: y(who), stroke: colours.line }),
      text(
        { x: LEFT - 8, y: y(who) + 4, "text-anchor": "end", fill: colours.ink },
        who.length > 18 ? `${who.slice(0, 17)}…` : who,
      ),
    );
  }
  let day = null;
  moments.forEach((moment, at) => {
    if (moment.day !== day) {
      root.append(
        s("line", {
          x1: x[at],
          x2: x[at],
          y1: TOP - 4,
          y2: height - 40,
          stroke: colours.line,
          "stroke-dasharray": "2 3",
        }),
        text({ x: x[at], y: 18, "text-anchor": at === moments.length - 1 ? "end" : "start" }, `day ${moment.day}`),
      );
      day = moment.day;
    }
    if (at)
      root.append(
        s("line", {
          x1: x[at - 1],
          y1: y(moments[at - 1].who),
          x2: x[at],
          y2: y(moment.who),
          stroke: colours.quiet,
          "stroke-width": 1,
        }),
      );
  });
  moments.forEach((moment, at) => {
    const mark = s("circle", {
      cx: x[at],
      cy: y(moment.who),
      r: 6,
      fill: moment.channel ? colours.unit : colours.accent,
      stroke: colours.surface,
      "stroke-width": 1.5,
    });
    mark.append(s("title", {}, `Day ${moment.day}, ${moment.clock}: ${moment.sentence}`));
    if (onMoment) mark.addEventListener("mouseenter", () => onMoment(at));
    root.append(mark);
  });
  root.append(
    text({ x: LEFT, y: height - 24 }, "time →, not to scale where moments crowd"),
    text({ x: LEFT, y: height - 8 }, "orange: a message, call or chase; blue: all else"),
  );
  return root;
}
