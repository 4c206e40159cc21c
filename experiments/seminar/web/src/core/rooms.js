// A room of bets as one visitor sees it; what a browser must remember of it stays in the browser.
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function kept(name, make) {
  try {
    const value = localStorage.getItem(name) ?? make();
    if (value !== null) localStorage.setItem(name, value);
    return value;
  } catch {
    return make(); // a browser that keeps nothing plays for as long as the page stands
  }
}

const keep = (name, value) => kept(name, () => String(value));
const text = (length) =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => LETTERS[byte % LETTERS.length]).join("");
const player = kept("desksales.player", () => text(16));

export class Room extends EventTarget {
  constructor(connection) {
    super();
    this.connection = connection;
    this.code = null;
    connection.addEventListener("room", ({ detail }) => detail.room === this.code && this.#heard(detail));
    connection.addEventListener("hello", () => this.code && this.see(this.code).catch(() => {}));
  }

  async make(words) {
    const room = await this.connection.ask({ do: "room.make", ...words });
    keep(`desksales.teacher.${room.room}`, room.teacher);
    return this.see(room.room);
  }

  async see(code) {
    if (this.code && this.code !== code)
      await this.connection.ask({ do: "room.leave", room: this.code }).catch(() => {});
    this.code = code;
    this.teacher = kept(`desksales.teacher.${code}`, () => null);
    const guess = kept(`desksales.guess.${code}`, () => null);
    this.mine = guess === null ? null : Number(guess);
    return this.#heard(await this.connection.ask({ do: "room.see", room: code, teacher: this.teacher }));
  }

  async bet(guess) {
    const room = await this.connection.ask({ do: "room.bet", room: this.code, player, guess });
    this.mine = guess;
    try {
      localStorage.setItem(`desksales.guess.${this.code}`, String(guess));
    } catch {
      // Kept for as long as the page stands.
    }
    return this.#heard(room);
  }

  run = () =>
    this.connection.ask({ do: "room.run", room: this.code, teacher: this.teacher }).then((room) => this.#heard(room));

  #heard(room) {
    this.present = room;
    this.dispatchEvent(new CustomEvent("change", { detail: room }));
    return room;
  }
}
