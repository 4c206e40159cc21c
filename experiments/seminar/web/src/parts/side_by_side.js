// Two designs under the same luck, day by day: two networks, one clock.
import { valuesOf } from "../core/bundles.js";
import { h } from "../core/element.js";
import { Player } from "../core/player.js";
import { Run } from "../core/run.js";
import { Network } from "./network.js";
import { complain } from "./notices.js";
import { Sizes } from "./sizes.js";
import { Transport } from "./transport.js";

export class SideBySide {
  constructor(connection) {
    this.player = new Player();
    this.sides = ["a", "b"].map((slot) => {
      const run = new Run(connection, slot);
      const network = new Network({ label: `Design ${slot.toUpperCase()} as a network` });
      run.addEventListener("opened", ({ detail }) => network.setLayout(detail.layout));
      run.addEventListener("trouble", ({ detail }) => complain(detail));
      this.player.watch(run, (frame) => network.show(frame));
      return { slot, run, network };
    });
    this.sizes = new Sizes((mode) => this.sides.forEach(({ network }) => network.setMode(mode)));
    this.element = h(
      "section",
      { class: "card", "aria-label": "Both designs, day by day" },
      this.sizes.element,
      h(
        "div",
        { class: "side-by-side" },
        this.sides.map(({ slot, network }) =>
          h("figure", {}, h("figcaption", {}, `Design ${slot.toUpperCase()}`), network.element),
        ),
      ),
      this.sizes.key,
      new Transport(this.player).element,
    );
  }

  async open({ scenario, changes, a, b, with_a = [], with_b = [], bundles = [], seed }) {
    const own = { a: { ...(await valuesOf(with_a)), ...a }, b: { ...(await valuesOf(with_b)), ...b } };
    const opened = await Promise.all(
      this.sides.map(({ slot, run }) => run.open({ scenario, seed, bundles, changes: { ...changes, ...own[slot] } })),
    );
    if (opened.includes(null)) return; // another page was turned to meanwhile
    this.sizes.setKind(opened[0].kind);
    this.player.go(0);
  }

  leave() {
    this.player.pause();
    this.sides.forEach(({ run }) => run.release());
  }
}
