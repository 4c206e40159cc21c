// The teacher's page: choose two designs and a measure, open a room, see the bets come in, then run both.
import { h } from "../core/element.js";
import { Room } from "../core/rooms.js";
import { setState, state } from "../core/state.js";
import { onTheme } from "../core/theme.js";
import { BetForm } from "../parts/bet_form.js";
import { complain } from "../parts/notices.js";
import { SideBySide } from "../parts/side_by_side.js";
import { teacherRoom } from "../parts/teacher_room.js";

export class Teach {
  constructor(connection) {
    this.connection = connection;
    this.room = new Room(connection);
    this.room.addEventListener("change", ({ detail }) => this.#draw(detail));
    this.form = new BetForm(async (words) => setState({ room: (await this.room.make(words)).room }));
    this.body = h("div", { class: "room" });
    this.element = h("div", { class: "teach narrow" }, h("h1", {}, "Teach"), this.body);
    this.watch = null;
    onTheme(() => this.room.code && this.room.present && this.#draw(this.room.present));
  }

  async enter() {
    const code = state.room;
    if (code && code === this.room.code) return this.watch?.open(this.room.present);
    if (code) {
      try {
        await this.room.see(code);
        if (this.room.present.role === "teacher") return;
        complain(`Room ${code} was opened in another browser; only that one may run it.`);
      } catch (error) {
        complain(error);
      }
      setState({ room: null });
    }
    await this.#another();
  }

  leave() {
    this.watch?.leave();
  }

  async #another() {
    this.room.code = this.watch = null;
    this.body.replaceChildren(this.form.element);
    await this.form.open();
  }

  #draw(room) {
    if (room.role !== "teacher") return; // a student's view belongs on the page Bet
    const parts = teacherRoom(room, {
      onRun: () => this.room.run(),
      onWatch: () => this.#watch(room),
      onAnother: () => {
        setState({ room: null });
        this.#another().catch(complain);
      },
    });
    this.body.replaceChildren(...parts, ...(this.watch ? [this.watch.element] : []));
  }

  #watch(room) {
    this.watch ??= new SideBySide(this.connection);
    this.body.append(this.watch.element);
    this.watch.open(room).catch(complain);
  }
}
