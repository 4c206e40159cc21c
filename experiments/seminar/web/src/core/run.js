// A run as the page sees it: opened in a slot of the connection, its frames fetched a little ahead of the day shown.
import { Lost, Refusal } from "./connection.js";

const AHEAD = 30;
const LOW = 12;
const MOST = 60;
const REST = 1000; // milliseconds before a refused question for frames is asked again

export class Run extends EventTarget {
  constructor(connection, slot) {
    super();
    this.connection = connection;
    this.slot = slot;
    this.opened = null;
    this.recorded = 0;
    this.done = false;
    this.frames = new Map();
    this.rests = 0;
    this.opening = 0;
    this.asking = new Set();
    this.asked = null;
    connection.addEventListener("recorded", ({ detail }) => this.#progress(detail));
    connection.addEventListener(
      "error",
      ({ detail }) => this.asked && detail.slot === slot && this.#tell("trouble", detail.sentence),
    );
    connection.addEventListener("hello", ({ detail }) => this.#resume(detail));
  }

  async open(words) {
    const before = this.asked;
    this.asked = words;
    this.opening++;
    let opened;
    try {
      opened = await this.connection.ask({ do: "open", slot: this.slot, ...words });
    } catch (refusal) {
      if (!(refusal instanceof Lost) && this.asked === words) this.asked = before; // what was refused is not resumed
      throw refusal;
    } finally {
      this.opening--;
    }
    if (words !== this.asked) return null; // another was asked for meanwhile
    this.opened = opened;
    this.recorded = opened.recorded;
    this.done = opened.recorded >= opened.days;
    this.frames.clear();
    this.asking.clear();
    if (opened.frame) this.frames.set(opened.frame.day, opened.frame); // the first morning comes with the answer
    this.#tell("opened", opened);
    return opened;
  }

  // Lets go of the run, for its slot is another page's now; it is opened anew when one comes back.
  release() {
    this.asked = this.opened = null;
  }

  // The frame of a day, or null while it is on its way; frames ahead are asked for as play goes on.
  frame(day) {
    if (!this.frames.has(day)) this.#fetch(day, day);
    else if (!this.frames.has(Math.min(day + LOW, this.opened.days))) this.#fetch(day + 1, day + AHEAD);
    return this.frames.get(day) ?? null;
  }

  async #fetch(from, to) {
    if (performance.now() < this.rests) return;
    const days = [];
    for (let day = from; day <= Math.min(to, this.opened.days, from + MOST - 1); day++) {
      if (!this.frames.has(day) && !this.asking.has(day)) days.push(day);
    }
    if (!days.length) return;
    const run = this.opened.run;
    days.forEach((day) => this.asking.add(day));
    try {
      await this.connection.ask(
        { do: "frames", slot: this.slot, from: days[0], to: days.at(-1) },
        { until: "sent", onPart: (frame) => this.#keep(frame, run) },
      );
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.rests = performance.now() + REST;
      this.#tell("trouble", refusal.message);
    } finally {
      days.forEach((day) => this.asking.delete(day));
    }
  }

  #keep(frame, run) {
    if (frame.is !== "frame" || frame.run !== this.opened?.run || frame.run !== run) return;
    this.frames.set(frame.day, frame);
    this.#tell("frame", frame);
  }

  series = () => this.connection.ask({ do: "series", slot: this.slot });
  measures = () => this.connection.ask({ do: "measures", slot: this.slot });
  person = (person, day) => this.connection.ask({ do: "person", slot: this.slot, person, day });
  story = (which) => this.connection.ask({ do: "story", slot: this.slot, ...which });

  #progress({ slot, run, day, done }) {
    if (slot !== this.slot || run !== this.opened?.run) return;
    this.recorded = day;
    this.done = done;
    this.#tell("recorded", { day, done });
  }

  // After a lost connection the server may have let the run go; it is opened anew and is the very same.
  async #resume({ resumed, slots }) {
    if (!this.asked || this.opening || (resumed && slots?.[this.slot])) return;
    await this.open({ ...this.asked }).catch((refusal) => this.#tell("trouble", refusal.message));
  }

  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
