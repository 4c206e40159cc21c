// The clock of play: goes to the next day when its time has come and its frame is there; any day can be gone to.
export const SPEEDS = [
  { name: "slow", days: 2 },
  { name: "normal", days: 6 },
  { name: "fast", days: 15 },
];

export class Player extends EventTarget {
  constructor() {
    super();
    this.watched = []; // runs that go in step, each with the function that shows a frame of it
    this.day = 0;
    this.playing = false;
    this.speed = SPEEDS[1];
    this.due = 0;
  }

  get days() {
    const open = this.watched.filter(({ run }) => run.opened);
    return open.length ? Math.min(...open.map(({ run }) => run.opened.days)) : 0;
  }

  watch(run, show) {
    this.watched.push({ run, show });
    run.addEventListener("frame", ({ detail }) => detail.day === this.day && this.show());
  }

  toggle() {
    if (!this.playing && this.day >= this.days) this.go(0);
    this.playing = !this.playing;
    this.due = performance.now();
    this.#changed();
    if (this.playing) requestAnimationFrame((now) => this.#tick(now));
  }

  pause() {
    if (this.playing) this.toggle();
  }

  go(day) {
    this.day = Math.max(0, this.days ? Math.min(day, this.days) : day);
    this.show();
    this.#changed();
  }

  // Shows the day anew, from the frames that are there; one that is missing shows itself when it comes.
  show() {
    for (const { run, show } of this.watched) {
      const frame = run.opened && run.frame(Math.min(this.day, run.opened.days));
      if (frame) show(frame);
    }
  }

  #tick(now) {
    if (!this.playing) return;
    if (now >= this.due && this.#ready(this.day + 1)) {
      this.due = Math.max(this.due + 1000 / this.speed.days, now);
      this.go(this.day + 1);
      if (this.day >= this.days) this.toggle();
    }
    requestAnimationFrame((next) => this.#tick(next));
  }

  #ready = (day) => this.watched.every(({ run }) => run.opened && (day > run.opened.days || run.frame(day) !== null));

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
