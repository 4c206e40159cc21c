// Place your bet: guess the difference between two designs before anybody has run them, then see.
import { h } from "../core/element.js";
import { number, signed, withUnit, words } from "../core/numbers.js";
import { Room } from "../core/rooms.js";
import { setState, state } from "../core/state.js";
import { onTheme } from "../core/theme.js";
import { designs } from "../parts/designs.js";
import { ends } from "../parts/ends.js";
import { copyButton } from "../parts/menu.js";
import { complain } from "../parts/notices.js";
import { outcome } from "../parts/outcome.js";
import { SideBySide } from "../parts/side_by_side.js";

export class Bet {
  constructor(connection) {
    this.connection = connection;
    this.room = new Room(connection);
    this.room.addEventListener("change", ({ detail }) => this.#draw(detail));
    this.code = h("input", {
      id: "code",
      autocomplete: "off",
      autocapitalize: "characters",
      spellcheck: "false",
      maxlength: 8,
      size: 6,
      required: true,
    });
    this.door = h(
      "form",
      {
        class: "card door",
        onsubmit: (event) => {
          event.preventDefault();
          this.#join(this.code.value.trim().toUpperCase());
        },
      },
      h("label", { for: "code" }, "Room code"),
      this.code,
      h("button", { class: "primary" }, "Enter"),
    );
    this.body = h("div", { class: "room" });
    onTheme(() => this.present && this.present.state !== "betting" && this.#draw(this.present));
    this.intro = h(
      "p",
      { class: "quiet" },
      "Two designs, one measure. Everybody guesses first; then both run under the same luck, and the difference shows. The code of a room is on the teacher’s screen; who has none opens one under Teach.",
    );
    this.element = h("div", { class: "bet narrow" }, h("h1", {}, "Place your bet"), this.intro, this.door, this.body);
  }

  async enter() {
    if (state.room) await this.#join(state.room);
    else this.code.focus();
  }

  leave() {
    this.watch?.leave();
  }

  async #join(code) {
    this.code.value = code;
    this.body.replaceChildren();
    try {
      await this.room.see(code);
      setState({ room: code });
    } catch (error) {
      complain(error);
    }
  }

  // Back to the door, for another code.
  #out() {
    this.watch?.leave();
    this.room.code = this.present = null;
    setState({ room: null });
    this.code.value = "";
    this.watch = null;
    this.body.replaceChildren();
    this.door.hidden = this.intro.hidden = false;
    this.code.focus();
  }

  #draw(room) {
    this.present = room;
    this.door.hidden = this.intro.hidden = true;
    if (room.state === "betting" && this.form?.isConnected && this.form.dataset.room === room.room)
      return this.#count(room);
    const parts = [
      h(
        "section",
        { class: "card" },
        h(
          "div",
          { class: "row" },
          h("p", { class: "quiet" }, `Room ${room.room}`),
          h("button", { type: "button", class: "plain", onclick: () => this.#out() }, "another room"),
        ),
        room.question ? h("h2", {}, room.question) : null,
        designs(room),
        h(
          "p",
          {},
          h("b", {}, words(room.measure.label)),
          `: ${room.measure.definition} In A it is ${withUnit(room.base, room.measure.unit)}.`,
        ),
      ),
    ];
    if (room.state === "betting") parts.push(this.#guessing(room));
    else parts.push(h("section", { class: "card", "aria-live": "polite" }, outcome(room, this.room.mine)));
    if (room.state === "revealed")
      parts.push(
        h(
          "div",
          { class: "actions" },
          copyButton(() => room.command),
          h(
            "button",
            { type: "button", onclick: (event) => this.#watch(event.target, room) },
            "Watch both, day by day",
          ),
        ),
      );
    if (this.watch?.element.isConnected) parts.push(this.watch.element); // what is being watched stays
    this.body.replaceChildren(...parts);
  }

  #guessing(room) {
    const { low, high, step } = room.scale;
    const start = this.room.mine ?? 0;
    const range = h("input", { type: "range", min: low, max: high, step, id: "guess", "aria-describedby": "reading" });
    range.value = start;
    const typed = h("input", {
      type: "number",
      min: low,
      max: high,
      step: "any",
      value: start,
      required: true,
      "aria-label": "Your guess as a number",
      class: "typed",
    });
    const reading = h("p", { id: "reading", class: "reading" });
    const read = () => {
      const guess = Number(typed.value);
      reading.textContent =
        guess === 0
          ? `No difference: B like A, ${number(room.base)}.`
          : `B ${guess > 0 ? "higher" : "lower"} than A by ${number(Math.abs(guess))}: ${number(room.base + guess)} instead of ${number(room.base)} ${room.measure.unit}.`;
    };
    range.oninput = () => {
      typed.value = range.value;
      read();
    };
    typed.oninput = () => {
      range.value = typed.value;
      read();
    };
    read();
    this.placed = h("p", { role: "status", class: "quiet" });
    this.form = h(
      "form",
      {
        class: "card guessing",
        "data-room": room.room,
        onsubmit: async (event) => {
          event.preventDefault();
          await this.room.bet(Number(typed.value)).catch(complain);
        },
      },
      h("label", { for: "guess" }, `Your guess: ${words(room.measure.label)} in B minus in A`),
      ends(low, high),
      range,
      h("div", { class: "row" }, typed, h("button", { class: "primary" }, "Place the bet")),
      reading,
      this.placed,
    );
    this.#count(room);
    return this.form;
  }

  #count(room) {
    const mine = this.room.mine;
    this.placed.textContent = `${mine === null ? "You have not bet yet." : `Your bet is ${signed(mine)}; you may change it until the teacher runs the designs.`} Bets so far: ${room.n_bets}.`;
  }

  #watch(button, room) {
    button.disabled = true;
    this.watch ??= new SideBySide(this.connection);
    this.body.append(this.watch.element);
    this.watch.open(room).catch(complain);
  }
}
