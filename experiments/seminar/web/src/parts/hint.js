// A small explanation beside a word: shown on hover and focus, kept by a click, closed by Escape.
import { h } from "../core/element.js";

let shown = null;
let number = 0;
const bubble = h("div", { class: "hint-bubble", role: "tooltip", id: "hint", hidden: true });

function place(mark) {
  const box = mark.getBoundingClientRect();
  const width = Math.min(340, document.documentElement.clientWidth - 16);
  const left = Math.min(Math.max(8, box.left - 20), document.documentElement.clientWidth - width - 8);
  Object.assign(bubble.style, { width: `${width}px`, left: `${left}px`, top: "0px" });
  const below = box.bottom + 6 + bubble.offsetHeight < window.innerHeight;
  bubble.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - 6 - bubble.offsetHeight)}px`;
}

function open(mark, content) {
  if (!bubble.isConnected) document.body.append(bubble);
  bubble.replaceChildren(...[content()].flat());
  bubble.hidden = false;
  shown = mark;
  mark.setAttribute("aria-describedby", "hint");
  place(mark);
}

function close() {
  bubble.hidden = true;
  shown?.removeAttribute("aria-describedby");
  shown = null;
}

document.addEventListener("keydown", (event) => event.key === "Escape" && close());
document.addEventListener("scroll", close, true);

export function hint(label, content) {
  const mark = h(
    "button",
    {
      type: "button",
      class: "hint",
      "aria-label": `About ${label}`,
      id: `hint-${++number}`,
      onmouseenter: () => open(mark, content),
      onmouseleave: close,
      onfocus: () => open(mark, content),
      onblur: close,
      onclick: () => open(mark, content),
    },
    "?",
  );
  return mark;
}
