// Sentences for the reader: passing ones, and troubles that stay until they are put away; both are read aloud.
import { h } from "../core/element.js";

const STAYS = 4000;
export const notices = h("div", { class: "notices", role: "status", "aria-live": "polite" });

export function notify(sentence, { trouble = false } = {}) {
  const again = [...notices.children].find((notice) => notice.dataset.sentence === sentence);
  again?.remove();
  const notice = h(
    "div",
    { class: trouble ? "notice trouble" : "notice", "data-sentence": sentence },
    h("span", {}, sentence),
    h("button", { type: "button", class: "plain", "aria-label": "Put away", onclick: () => notice.remove() }, "✕"),
  );
  notices.append(notice);
  if (!trouble) setTimeout(() => notice.remove(), STAYS);
  return notice;
}

export const complain = (error) => notify(error.message ?? String(error), { trouble: true });
