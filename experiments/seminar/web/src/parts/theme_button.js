// The switch between light and dark: as the system, light, dark, and round again.
import { h } from "../core/element.js";
import { THEMES, chooseTheme, theme } from "../core/theme.js";

const SIGNS = { system: "◐", light: "☀", dark: "☾" };
const NAMES = { system: "as the system", light: "light", dark: "dark" };

export function themeButton() {
  const button = h("button", {
    type: "button",
    class: "theme-button",
    onclick: () => {
      chooseTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
      show();
    },
  });
  const show = () => {
    button.textContent = SIGNS[theme()];
    button.title = `Colours: ${NAMES[theme()]}`;
    button.setAttribute("aria-label", `Colours: ${NAMES[theme()]}; change`);
  };
  show();
  return button;
}
