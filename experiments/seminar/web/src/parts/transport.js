// Play, step back and forth, and a slider over the days: the keys are those of a native slider and of buttons.
import { h, say } from "../core/element.js";
import { SPEEDS } from "../core/player.js";

export class Transport {
  constructor(player) {
    this.player = player;
    this.play = h("button", { class: "primary play", type: "button", onclick: () => player.toggle() }, "Play");
    this.slider = h("input", {
      type: "range",
      min: 0,
      max: 1,
      value: 0,
      "aria-label": "Day",
      class: "days",
      oninput: () => {
        player.pause();
        player.go(this.slider.valueAsNumber);
      },
    });
    this.day = h("output", { class: "day" }, "day 0");
    const step = (by, name, sign) =>
      h(
        "button",
        {
          type: "button",
          "aria-label": name,
          title: name,
          onclick: () => {
            player.pause();
            player.go(player.day + by);
          },
        },
        sign,
      );
    const speed = h(
      "select",
      { "aria-label": "Speed", onchange: () => (player.speed = SPEEDS[speed.selectedIndex]) },
      SPEEDS.map(({ name }) => h("option", { selected: name === player.speed.name }, name)),
    );
    this.element = h(
      "div",
      { class: "transport", role: "group", "aria-label": "Days" },
      step(-1, "A day back", "‹"),
      this.play,
      step(1, "A day on", "›"),
      this.slider,
      this.day,
      speed,
    );
    player.addEventListener("change", () => this.show());
  }

  show() {
    const { player } = this;
    this.slider.max = player.days;
    this.slider.value = player.day;
    this.slider.setAttribute("aria-valuetext", `day ${player.day} of ${player.days}`);
    say(this.day, `day ${player.day} of ${player.days}`);
    say(this.play, player.playing ? "Pause" : "Play");
    this.play.classList.toggle("on", player.playing);
  }
}
