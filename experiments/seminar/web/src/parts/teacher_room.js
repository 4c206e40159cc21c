// A room as its teacher sees it: the code for the class, the bets as they come, and how they came out.
import { h } from "../core/element.js";
import { plural, words } from "../core/numbers.js";
import { savePng, saveSvg } from "../core/save.js";
import { designs } from "./designs.js";
import { copyButton, menu } from "./menu.js";
import { complain } from "./notices.js";
import { outcome } from "./outcome.js";
import { qrSvg } from "./qr_svg.js";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const ALONE =
  "This address is known on this computer only. To let a class in, start “desksales serve --host 0.0.0.0” " +
  "and open this page by the computer’s address in the network.";

function code(room) {
  const link = `${location.origin}/bet?room=${room.room}`;
  const isAlone = LOOPBACK.includes(location.hostname);
  return h(
    "section",
    { class: "card code-card" },
    isAlone ? null : qrSvg(link),
    h("p", { class: "quiet" }, "Room code"),
    h("p", { class: "code" }, room.room),
    h(
      "p",
      {},
      "Students open ",
      h("a", { href: link, target: "_blank", rel: "noopener" }, link),
      " and place their bets.",
    ),
    isAlone ? h("p", { class: "quiet" }, ALONE) : null,
    copyButton(() => link, "Copy the link"),
  );
}

export function about(room) {
  return h(
    "section",
    { class: "card" },
    room.question ? h("h2", {}, room.question) : null,
    designs(room),
    h("p", {}, h("b", {}, words(room.measure.label)), `: ${room.measure.definition}`),
  );
}

function bets(room, onRun) {
  const betting = room.state === "betting";
  return h(
    "section",
    { class: "card", "aria-live": "polite" },
    h("p", { class: "bets" }, `${plural(room.n_bets, "bet")}${betting ? " so far" : ""}.`),
    betting
      ? h(
          "button",
          { type: "button", class: "primary", onclick: () => onRun().catch(complain) },
          "Close the betting and run both",
        )
      : null,
    betting ? guesses(room) : outcome(room),
  );
}

// What is on the teacher's screen is often on the wall: guesses stay closed until they are asked for.
let opened = null; // the room whose guesses are
function guesses(room) {
  const isOpen = opened === room.room;
  const shown = h("details", { open: isOpen }, h("summary", {}, "Show the guesses on this screen"), outcome(room));
  shown.addEventListener("toggle", () => (opened = shown.open ? room.room : null));
  return shown;
}

function after(room, { onWatch, onAnother }) {
  if (!["revealed", "failed"].includes(room.state)) return null;
  return h(
    "div",
    { class: "actions" },
    copyButton(() => room.command),
    menu("Download", [
      { name: "Bets as CSV", href: `/data/room.csv?room=${room.room}` },
      { name: "Figure as SVG", action: () => saveSvg(`bet_${room.room}`, document.querySelector(".bet-figure")) },
      {
        name: "Figure as PNG",
        action: () => savePng(`bet_${room.room}`, document.querySelector(".bet-figure")).catch(complain),
      },
    ]),
    h("button", { type: "button", onclick: onWatch }, "Watch both, day by day"),
    h("button", { type: "button", onclick: onAnother }, "Another bet"),
  );
}

export function teacherRoom(room, { onRun, ...actions }) {
  if (room.state === "betting") return [code(room), about(room), bets(room, onRun)];
  return [about(room), bets(room, onRun), after(room, actions)].filter(Boolean);
}
