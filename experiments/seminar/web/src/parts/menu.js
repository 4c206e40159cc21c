// What the reader may take along: the command line, data, the network, pictures.
import { h } from "../core/element.js";
import { copy } from "../core/save.js";
import { notify } from "./notices.js";

export function copyButton(text, label = "Copy command") {
  return h(
    "button",
    {
      type: "button",
      class: "copy",
      title: "The command line that gives the same numbers",
      onclick: async () => {
        await copy(text());
        notify(`Copied: ${text()}`);
      },
    },
    label,
  );
}

export function menu(title, entries) {
  const details = h(
    "details",
    { class: "menu" },
    h("summary", {}, title),
    h(
      "ul",
      {},
      entries.map(({ name, href, action }) =>
        h(
          "li",
          {},
          href
            ? h(
                "a",
                {
                  href: typeof href === "string" ? href : "#",
                  download: true,
                  onclick: (event) => {
                    if (typeof href === "function") event.currentTarget.href = href();
                    close();
                  },
                },
                name,
              )
            : h(
                "button",
                {
                  type: "button",
                  onclick: () => {
                    action();
                    close();
                  },
                },
                name,
              ),
        ),
      ),
    ),
  );
  const close = () => (details.open = false);
  details.addEventListener(
    "focusout",
    (event) => details.contains(event.relatedTarget) || event.relatedTarget === null || close(),
  );
  details.addEventListener(
    "keydown",
    (event) => event.key === "Escape" && (close(), details.querySelector("summary").focus()),
  );
  return details;
}
