// The teacher's page: choose two designs and a measure, open a room, see the bets come in, then run both.
import { measures, scenarios, setting } from "../core/api.js";
import { h } from "../core/element.js";
import { plural, words } from "../core/numbers.js";
import { Room } from "../core/rooms.js";
import { setState, state } from "../core/state.js";
import { control } from "../parts/control.js";
import { designs } from "../parts/designs.js";
import { copyButton, menu } from "../parts/menu.js";
import { complain } from "../parts/notices.js";
import { outcome } from "../parts/outcome.js";
import { SideBySide } from "../parts/side_by_side.js";
import { READY } from "./ready_bets.js";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

export class Teach {
  constructor(connection) {
    this.connection = connection;
    this.room = new Room(connection);
    this.room.addEventListener("change", ({ detail }) => this.#draw(detail));
    this.element = h("div", { class: "teach narrow" }, h("h1", {}, "Teach"), (this.body = h("div", { class: "room" })));
  }

  async enter() {
    const code = state.room;
    if (code && code === this.room.code) return;
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
    await this.#form();
  }

  leave() {
    this.watch?.leave();
  }

  async #form() {
    const [{ scenarios: list, default: first }, { measures: catalogue }] = await Promise.all([scenarios(), measures()]);
    const open = list.filter((entry) => entry.open);
    this.name = open.some(({ name }) => name === state.scenario) ? state.scenario : first;
    this.setting = await setting(this.name);
    this.rows = [];
    const scenario = h("select", { id: "bet-scenario", onchange: () => { setState({ scenario: scenario.value, changes: {} }); this.#form().catch(complain); } },
      open.map(({ name, title }) => h("option", { value: name, selected: name === this.name }, title)));
    this.question = h("textarea", { id: "bet-question", rows: 2, maxlength: 280 });
    this.measure = h("select", { id: "bet-measure" }, this.#measureOptions(catalogue));
    this.replications = h("input", { id: "bet-replications", type: "number", min: 2, max: 100, value: 20 });
    this.seed = h("input", { id: "bet-seed", type: "number", min: 0, value: state.seed });
    this.table = h("div", { class: "design-rows" });
    const ready = (READY[this.name] ?? []).map((bet) => h("button", { type: "button", class: "ready", onclick: () => this.#take(bet) }, bet.title));
    const field = (id, label, input) => h("div", { class: "field" }, h("label", { for: id }, label), input);
    this.body.replaceChildren(
      h("form", { class: "card", onsubmit: (event) => { event.preventDefault(); this.#make(); } },
        field("bet-scenario", "Setting", scenario),
        ready.length ? h("div", { class: "field" }, h("span", { class: "label" }, "Ready bets"), h("div", { class: "row wrap" }, ready)) : null,
        field("bet-question", "Question", this.question), field("bet-measure", "Measure", this.measure),
        h("h2", {}, "The two designs"), this.table, this.#adding(),
        h("div", { class: "row" }, field("bet-replications", "Pairs of runs", this.replications), field("bet-seed", "First seed", this.seed)),
        h("button", { class: "primary" }, "Open the room")));
    if (READY[this.name]) this.#take(READY[this.name][0]);
  }

  #measureOptions(catalogue) {
    const published = new Set(this.setting.published.map(({ measure }) => measure));
    const option = ({ name, label }) => h("option", { value: name }, words(label));
    const themes = [...new Set(catalogue.map(({ theme }) => theme))];
    return [h("optgroup", { label: "published figures" }, catalogue.filter(({ name }) => published.has(name)).map(option)),
      ...themes.map((theme) => h("optgroup", { label: words(theme) }, catalogue.filter((entry) => entry.theme === theme && !published.has(entry.name)).map(option)))];
  }

  #adding() {
    const all = this.setting.groups.flatMap((group) => group.parameters);
    const choice = h("select", { "aria-label": "Parameter in which the designs differ" }, h("option", { value: "" }, "add a parameter …"),
      this.setting.groups.map((group) => h("optgroup", { label: group.title }, group.parameters.map(({ name, label }) => h("option", { value: name }, words(label))))));
    choice.onchange = () => { if (choice.value) this.#row(all.find(({ name }) => name === choice.value)); choice.value = ""; };
    return choice;
  }

  #take({ question, a, b, measure }) {
    this.rows = [];
    this.question.value = question;
    this.measure.value = measure;
    for (const parameter of this.setting.groups.flatMap((group) => group.parameters)) {
      if (parameter.name in a || parameter.name in b) this.#row(parameter, a[parameter.name], b[parameter.name]);
    }
    this.#drawRows();
  }

  #row(parameter, a = parameter.value, b = parameter.value) {
    if (!this.rows.some((row) => row.parameter.name === parameter.name)) this.rows.push({ parameter, a, b });
    this.#drawRows();
  }

  #drawRows() {
    this.table.replaceChildren(...this.rows.map((row) =>
      h("div", { class: "design-row" }, ["a", "b"].map((side) =>
        h("div", { class: `design-cell ${side}` }, h("b", {}, side.toUpperCase()), control(row.parameter, row[side], (value) => { row[side] = value === undefined ? row.parameter.value : value; this.#drawRows(); }))),
        h("button", { type: "button", class: "plain", "aria-label": `Leave out ${words(row.parameter.label)}`, onclick: () => { this.rows = this.rows.filter((other) => other !== row); this.#drawRows(); } }, "✕"))));
  }

  async #make() {
    const side = (name) => Object.fromEntries(this.rows.filter((row) => JSON.stringify(row[name]) !== JSON.stringify(row.parameter.value)).map((row) => [row.parameter.name, row[name]]));
    try {
      const room = await this.room.make({
        scenario: this.name, changes: state.scenario === this.name ? state.changes : {}, a: side("a"), b: side("b"), measure: this.measure.value,
        replications: this.replications.valueAsNumber, seed: this.seed.valueAsNumber, question: this.question.value.trim(),
      });
      setState({ room: room.room });
    } catch (error) {
      complain(error);
    }
  }

  #draw(room) {
    if (room.role !== "teacher") return; // a student's view belongs on the page Bet
    const link = `${location.origin}/bet?room=${room.room}`;
    const heading = h("section", { class: "card code-card" }, h("p", { class: "quiet" }, "Room code"), h("p", { class: "code" }, room.room),
      h("p", {}, "Students open ", h("a", { href: link, target: "_blank", rel: "noopener" }, link), " and place their bets."),
      LOOPBACK.includes(location.hostname) ? h("p", { class: "quiet" }, "This address is known on this computer only. To let a class in, start `desksales serve --host 0.0.0.0` and open this page by the computer’s address in the network.") : null,
      copyButton(() => link, "Copy the link"));
    const about = h("section", { class: "card" }, room.question ? h("h2", {}, room.question) : null, designs(room), h("p", {}, h("b", {}, words(room.measure.label)), `: ${room.measure.definition}`));
    const bets = h("section", { class: "card", "aria-live": "polite" }, h("p", { class: "bets" }, `${plural(room.n_bets, "bet")}${room.state === "betting" ? " so far" : ""}.`),
      room.state === "betting" ? h("button", { type: "button", class: "primary", onclick: () => this.room.run().catch(complain) }, "Close the betting and run both") : null, outcome(room));
    const after = room.state === "revealed" || room.state === "failed"
      ? h("div", { class: "actions" }, copyButton(() => room.command), menu("Download", [{ name: "Bets as CSV", href: `/data/room.csv?room=${room.room}` }]),
          h("button", { type: "button", onclick: (event) => { event.target.disabled = true; this.watch ??= new SideBySide(this.connection); this.body.append(this.watch.element); this.watch.open(room).catch(complain); } }, "Watch both, day by day"),
          h("button", { type: "button", onclick: () => { this.room.code = this.watch = null; setState({ room: null }); this.#form().catch(complain); } }, "Another bet"))
      : null;
    const parts = room.state === "betting" ? [heading, about, bets] : [about, bets, after, this.watch?.element];
    this.body.replaceChildren(...parts.filter(Boolean));
  }
}
