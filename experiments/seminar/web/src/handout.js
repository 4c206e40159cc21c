// The handout: one file that a student opens from a stick or a phone, with real runs inside and no server behind.
import "./style/base.css";
import "./style/controls.css";
import "./style/network.css";
import "./style/prose.css";
import "./style/pages.css";
import "./style/handout.css";
import { h } from "./core/element.js";
import { onTheme } from "./core/theme.js";
import { betCard } from "./handout/bet.js";
import { days } from "./handout/days.js";
import { grid } from "./handout/grid.js";
import { provenance } from "./handout/provenance.js";
import { story } from "./parts/story.js";
import { themeButton } from "./parts/theme_button.js";

const data = JSON.parse(document.getElementById("handout-data").textContent);
const app = document.getElementById("app");

// What has pictures is drawn again in the colours of another theme; what the reader has set elsewhere stays.
function inColours(draw) {
  let drawn = draw();
  onTheme(() => {
    const again = draw();
    drawn.replaceWith(again);
    drawn = again;
  });
  return drawn;
}

// What would give the answer of the bet away stays closed until the reader has bet.
function afterTheBet() {
  const sliders = data.sliders?.length ? grid(data) : null;
  if (!data.bet || !sliders) return [data.bet ? betCard(data.bet, () => {}) : null, sliders];
  const closed = h(
    "p",
    { class: "quiet" },
    "“What if?”, with sliders over these runs, opens when you have placed your bet.",
  );
  return [betCard(data.bet, () => closed.replaceWith(sliders)), closed];
}

function page() {
  document.title = data.title;
  return h(
    "main",
    { class: "handout" },
    h(
      "header",
      {},
      h("div", { class: "title-row" }, h("h1", {}, data.title), themeButton()),
      data.text.map((paragraph) => h("p", { class: "lead" }, paragraph)),
    ),
    ...afterTheBet(),
    data.run ? inColours(() => days(data.run, data.kind)) : null,
    data.story
      ? inColours(() => h("section", {}, h("h2", { class: "section" }, "Field notes"), story(data.story)))
      : null,
    provenance(data),
  );
}

if (data === null)
  app.append(
    h(
      "p",
      { class: "handout card" },
      "This handout is empty: `desksales handout SCENARIO --out handout.html` writes one with runs in it.",
    ),
  );
else app.append(page());
