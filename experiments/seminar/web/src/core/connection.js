// The one websocket: every question gets its answer by number, a lost connection comes back by itself.
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

export class Refusal extends Error {}
export class Lost extends Refusal {}

export class Connection extends EventTarget {
  #socket = null;
  #next = 1;
  #open = new Map();
  #token = null;
  #wait = FIRST_WAIT;
  #ready = null;

  constructor(address) {
    super();
    this.address = address;
    this.#renew();
  }

  // Asks and gives the answer; with `onPart`, messages before the last (`until`) are handed on as they come.
  async ask(message, { until = null, onPart = null } = {}) {
    await this.#ready;
    return this.#send(message, until, onPart);
  }

  #renew() {
    this.#ready = new Promise((resolve) => (this.ready = resolve));
  }

  #send(message, until, onPart) {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#open.set(id, { resolve, reject, until, onPart });
      this.#socket.send(JSON.stringify({ ...message, id }));
    });
  }

  connect() {
    this.#socket = new WebSocket(this.address);
    this.#socket.onopen = () => this.#greet();
    this.#socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    this.#socket.onclose = () => this.#lost();
    return this;
  }

  async #greet() {
    try {
      const greeting = this.#send({ do: "hello", token: this.#token });
      this.ready(); // the server answers in order: what follows need not wait for its hello
      const hello = await greeting;
      this.#token = hello.token;
      this.#wait = FIRST_WAIT;
      this.dispatchEvent(new CustomEvent("hello", { detail: hello }));
    } catch (refusal) {
      this.dispatchEvent(new CustomEvent("trouble", { detail: refusal.message }));
    }
  }

  #hear(message) {
    const asked = this.#open.get(message.re);
    if (!asked) {
      this.dispatchEvent(new CustomEvent(message.is, { detail: message }));
      return;
    }
    if (message.is === "error") asked.reject(new Refusal(message.sentence));
    else if (asked.until && message.is !== asked.until) return asked.onPart?.(message);
    else asked.resolve(message);
    this.#open.delete(message.re);
  }

  #lost() {
    const open = [...this.#open.values()];
    this.#open.clear();
    this.#renew();
    for (const { reject } of open) reject(new Lost("The connection was lost before the answer came."));
    this.dispatchEvent(new CustomEvent("lost"));
    setTimeout(() => this.connect(), this.#wait);
    this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT);
  }
}

export const socketAddress = () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;
