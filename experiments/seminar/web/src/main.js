// The pages of the seminar, one shell around them: where one is, and whether the server is there.
import "uplot/dist/uPlot.min.css";
import "./style/base.css";
import "./style/controls.css";
import "./style/network.css";
import "./style/prose.css";
import "./style/pages.css";
import { addressOf } from "./core/address.js";
import { Connection, socketAddress } from "./core/connection.js";
import { h, say } from "./core/element.js";
import { onState, setState, state } from "./core/state.js";
import { Explore } from "./pages/explore.js";
import { complain, notices, notify } from "./parts/notices.js";
import { themeButton } from "./parts/theme_button.js";

// The first page comes with the script, the others when somebody turns to them.
const PAGES = {
  explore: { title: "Explore", load: async () => Explore },
  bet: { title: "Bet", load: async () => (await import("./pages/bet.js")).Bet },
  notes: { title: "Field notes", load: async () => (await import("./pages/notes.js")).Notes },
  figures: { title: "Figures", load: async () => (await import("./pages/figures.js")).Figures },
  teach: { title: "Teach", load: async () => (await import("./pages/teach.js")).Teach },
};

const connection = new Connection(socketAddress());
const main = h("main", { id: "main", tabindex: -1 });
const link = (name, { title }) =>
  h(
    "a",
    {
      href: `/${name}`,
      "data-page": name,
      onclick: (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        setState({ page: name });
      },
    },
    title,
  );
const nav = h(
  "nav",
  { "aria-label": "Pages" },
  Object.entries(PAGES).map(([name, page]) => link(name, page)),
);
const standing = h("span", { class: "standing", role: "status" });
document
  .getElementById("app")
  .append(
    h("a", { class: "skip", href: "#main" }, "Skip to the content"),
    h(
      "header",
      { class: "top" },
      h("a", { class: "brand", href: "/explore" }, "DeskSales"),
      nav,
      standing,
      themeButton(),
    ),
    main,
    notices,
  );

const made = {};
let present = null;

async function show(changes = {}) {
  for (const entry of nav.children) {
    if (entry.dataset.page === state.page) entry.setAttribute("aria-current", "page");
    else entry.removeAttribute("aria-current");
    entry.href = addressOf({ ...state, page: entry.dataset.page });
  }
  if (present === state.page) {
    if (changes.popped) made[present].enter().catch(complain);
    return;
  }
  made[present]?.leave?.();
  present = state.page;
  const name = present;
  document.title = `${PAGES[name].title}, DeskSales`;
  if (!made[name]) {
    const Page = await PAGES[name].load();
    made[name] ??= new Page(connection);
    if (present !== name) return; // another page was turned to meanwhile
  }
  main.replaceChildren(made[name].element);
  if (main.dataset.page) main.focus({ preventScroll: true }); // where one has turned to is where the keyboard goes on
  main.dataset.page = name;
  if (!changes.popped) window.scrollTo(0, 0);
  made[name].enter().catch(complain);
}

const turn = (changes) => show(changes).catch(complain);
onState(turn);
let lost = null;
connection.addEventListener("lost", () => {
  say(standing, "Connection lost; trying again …");
  lost ??= notify("The connection to the server was lost; the page tries again by itself.", { trouble: true });
});
connection.addEventListener("hello", ({ detail }) => {
  say(standing, "");
  lost?.remove();
  if (lost)
    notify(
      detail.resumed
        ? "Connected again; everything is as it was."
        : detail.sentence || "Connected again; the run is made anew and is the same.",
    );
  lost = null;
});
connection.addEventListener("trouble", ({ detail }) => complain(detail));
connection.addEventListener("error", ({ detail }) => detail.slot || complain(detail.sentence));
connection.connect();
turn();
