// Explore: a setting, its parameters, and the organisation day by day.
import { measures, scenarios, setting } from "../core/api.js";
import { laid } from "../core/bundles.js";
import { afterPicture, h, say } from "../core/element.js";
import { Player } from "../core/player.js";
import { Run } from "../core/run.js";
import { setState, state } from "../core/state.js";
import { BundleChoice } from "../parts/bundle_choice.js";
import { diary } from "../parts/diary.js";
import { Leaders } from "../parts/leaders.js";
import { measuresTable } from "../parts/measures_table.js";
import { downloads } from "../parts/downloads.js";
import { copyButton } from "../parts/menu.js";
import { Network } from "../parts/network.js";
import { complain } from "../parts/notices.js";
import { Panels } from "../parts/panels.js";
import { Parameters } from "../parts/parameters.js";
import { PersonChoice } from "../parts/person_choice.js";
import { Sizes } from "../parts/sizes.js";
import { Transport } from "../parts/transport.js";

const LONG = 300; // milliseconds after which one is told what is waited for
const READING = "Running it again with every event on record; the first diary of a run takes some seconds …";
const STILL = 250; // milliseconds a day must stand before its diary is asked for
const OFTEN = 600; // milliseconds between two askings for the plots while a run is recorded

export class Explore {
  constructor(connection) {
    this.run = new Run(connection, "a");
    this.player = new Player();
    this.network = new Network({ label: "The organisation as a network", onPerson: (person) => this.choose(person) });
    this.panels = new Panels((day) => {
      this.player.pause();
      this.player.go(day);
    });
    this.parameters = new Parameters((changes) => {
      setState({ changes });
      this.open();
    });
    this.bundles = new BundleChoice((bundles) => {
      setState({ bundles, changes: {} });
      this.open();
    });
    this.leaders = new Leaders((person) => this.choose(person));
    this.sizes = new Sizes((mode) => {
      this.network.setMode(mode);
      this.#rank();
    });
    this.transport = new Transport(this.player);
    this.people = new PersonChoice((person) => this.choose(person));
    this.player.watch(this.run, (frame) => this.#show(frame));
    this.player.addEventListener("change", () => this.#day());
    this.run.addEventListener("recorded", ({ detail }) => this.#recorded(detail));
    this.run.addEventListener("opened", ({ detail }) => this.#opened(detail));
    this.run.addEventListener("trouble", ({ detail }) => complain(detail));
    this.element = this.#build();
  }

  #build() {
    this.scenario = h("select", { id: "scenario", onchange: () => this.#turnTo(this.scenario.value) });
    this.seed = h("input", {
      id: "seed",
      type: "number",
      min: 0,
      step: 1,
      value: state.seed,
      onchange: () => {
        setState({ seed: Math.max(0, Math.round(this.seed.valueAsNumber || 0)) });
        this.open();
      },
    });
    this.about = h("p", { class: "quiet about" });
    this.progress = h("p", { class: "progress", role: "status" });
    this.heading = h("h1", {}, "Explore");
    this.diary = h("aside", { class: "diary-card card", hidden: true, "aria-label": "Diary" });
    this.table = h("div", {});
    this.whole = h("details", { class: "card whole" }, h("summary", {}, "All measures at the end"), this.table);
    this.whole.addEventListener("toggle", () => this.#measures());
    const zoom = [
      [1.4, "Nearer", "+"],
      [1 / 1.4, "Farther", "−"],
      [0, "Whole picture", "⤢"],
    ].map(([factor, name, sign]) =>
      h("button", { type: "button", "aria-label": name, title: name, onclick: () => this.network.zoom(factor) }, sign),
    );
    const side = h(
      "details",
      { class: "side card", open: window.innerWidth > 800 },
      h("summary", {}, "Setting and parameters"),
      h("div", { class: "field" }, h("label", { for: "scenario" }, "Setting"), this.scenario),
      h("div", { class: "field" }, h("label", { for: "seed" }, "Seed of the luck"), this.seed),
      this.about,
      this.bundles.element,
      this.parameters.element,
    );
    const picture = h(
      "section",
      { class: "picture card", "aria-label": "The organisation" },
      h("div", { class: "picture-head" }, this.sizes.element, this.people.element, h("div", { class: "zoom" }, zoom)),
      this.network.element,
      this.transport.element,
      this.progress,
      this.leaders.element,
      this.sizes.key,
    );
    return h(
      "div",
      { class: "explore" },
      h(
        "div",
        { class: "page-head" },
        this.heading,
        h(
          "div",
          { class: "actions" },
          copyButton(() => this.run.opened?.command ?? ""),
          downloads(this),
        ),
      ),
      h(
        "div",
        { class: "explore-grid" },
        side,
        h("div", { class: "middle" }, picture, this.diary, this.whole),
        h("div", { class: "right" }, this.panels.element),
      ),
    );
  }

  async enter() {
    const { scenarios: list, default: first } = await scenarios();
    const open = list.filter((entry) => entry.open).map(({ name }) => name);
    if (!open.includes(state.scenario)) {
      if (state.scenario) complain(`There is no setting ${state.scenario} here; it must be one of ${open.join(", ")}.`);
      setState({ scenario: first, changes: {}, bundles: [] });
    }
    this.scenario.replaceChildren(
      ...list.map(({ name, title, open, sentence }) =>
        h("option", { value: name, disabled: !open, title: sentence, selected: name === state.scenario }, title),
      ),
    );
    await this.open();
  }

  leave() {
    this.player.pause();
    this.run.release();
  }

  #turnTo(scenario) {
    this.player.pause();
    this.player.day = 0;
    this.choose(null);
    setState({ scenario, changes: {}, bundles: [], day: 0 });
    return this.open();
  }

  async open() {
    const { scenario, changes, seed, bundles } = state;
    const asked = { scenario, changes, seed, bundles };
    try {
      say(this.progress, "Building the organisation …");
      const opening = this.run.open({ scenario, changes, seed, bundles });
      opening.catch(() => {}); // awaited below, once the parameters are drawn
      this.seed.value = seed;
      const about = await setting(scenario);
      this.parameters.set(await laid(about, bundles), changes);
      await this.bundles.set(about.kind, bundles);
      say(this.about, about.description.replaceAll("\n", " "));
      await opening;
      this.good = asked;
    } catch (error) {
      say(this.progress, "");
      complain(error);
      await this.#goBack(asked);
    }
  }

  // After a refusal: to what was there before, or else to the setting as it is; what is shown is what runs. Where
  // something else is asked for meanwhile, or nothing was changed, there is nothing to take back.
  async #goBack({ scenario, changes, bundles, seed }) {
    const isPresent = state.scenario === scenario && state.changes === changes && state.bundles === bundles;
    if (!isPresent || state.seed !== seed || !(Object.keys(changes).length || bundles.length)) return;
    const good = this.good?.scenario === scenario ? this.good : { scenario, changes: {}, bundles: [] };
    setState(good);
    if (good !== this.good) return this.open();
    this.seed.value = good.seed;
    const about = await setting(scenario);
    this.parameters.set(await laid(about, good.bundles), good.changes);
    await this.bundles.set(about.kind, good.bundles);
  }

  #opened(opened) {
    say(this.heading, opened.title);
    document.title = `${opened.title}, DeskSales`;
    this.element.dataset.run = opened.run;
    this.network.setLayout(opened.layout);
    this.people.setLayout(opened.layout);
    this.sizes.setKind(opened.kind);
    this.table.replaceChildren();
    this.player.go(Math.min(state.day, opened.days));
    const told = this.person ?? null;
    if (told !== null) this.choose(this.shown === opened.scenario ? told : null);
    this.shown = opened.scenario;
    if (opened.sentence) complain(opened.sentence);
    afterPicture(() => this.#plot(opened));
  }

  // The plots come once the network is on the screen.
  #plot(opened) {
    if (opened !== this.run.opened) return;
    this.panels.setRun(opened);
    this.panels.show(this.player.day);
    this.#recorded({ day: this.run.recorded, done: this.run.done });
  }

  #show(frame) {
    this.network.show(frame);
    this.#rank();
    this.panels.show(frame.day);
    this.element.dataset.day = frame.day;
  }

  #rank() {
    const { layout, frame } = this.network;
    if (frame) this.leaders.show(layout, frame, this.sizes.chosen);
  }

  #day() {
    if (state.day !== this.player.day) setState({ day: this.player.day });
    clearTimeout(this.still);
    const isStale = (this.person ?? null) !== null && !this.player.playing && this.told !== this.player.day;
    if (isStale) this.still = setTimeout(() => this.person !== null && this.choose(this.person), STILL);
  }

  // While the run is recorded the plots grow; at its end they are whole.
  async #recorded({ day, done }) {
    if (!this.run.opened) return;
    const { days } = this.run.opened;
    say(this.progress, done ? "" : day < days ? `Recording: day ${day} of ${days}` : "Taking the measures");
    if (!done && performance.now() < (this.next ?? 0)) return;
    this.next = performance.now() + OFTEN;
    const run = this.run.opened.run;
    try {
      const answer = await this.run.series();
      if (answer.run === run && this.run.opened?.run === run) this.panels.setValues(answer.values);
      if (done) await this.#measures();
    } catch (error) {
      complain(error);
    }
  }

  async #measures() {
    if (!this.whole.open || !this.run.opened || !this.run.done) return;
    const { run, scenario } = this.run.opened;
    const [answer, { measures: catalogue }, { published }] = await Promise.all([
      this.run.measures(),
      measures(),
      setting(scenario),
    ]);
    if (answer.run === run && run === this.run.opened?.run)
      this.table.replaceChildren(measuresTable(answer, catalogue, published));
  }

  async choose(person) {
    this.person = person;
    this.told = this.player.day;
    this.network.choose(person);
    this.people.choose(person);
    this.diary.hidden = person === null;
    if (person === null) return;
    const wait = setTimeout(
      () => this.diary.replaceChildren(h("p", { class: "quiet", role: "status" }, READING)),
      LONG,
    );
    try {
      const answer = await this.run.person(person, this.player.day);
      if (this.person !== person) return;
      this.diary.replaceChildren(
        ...diary(answer, {
          onIssue: (issue) => setState({ page: "notes", issue: String(issue), pick: null, person: null }),
          onClose: () => {
            this.choose(null);
            this.people.element.focus({ preventScroll: true });
          },
        }).filter(Boolean),
      );
      const list = this.diary.querySelector(".diary");
      list.scrollTop = list.scrollHeight;
    } catch (error) {
      if (this.person === person) this.choose(null);
      complain(error);
    } finally {
      clearTimeout(wait);
    }
  }
}
