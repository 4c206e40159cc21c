// Light or dark: as the system says, or as the reader has chosen, which the browser keeps.
const KEPT = "desksales.theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set();

export const THEMES = ["system", "light", "dark"];

function kept() {
  try {
    const theme = localStorage.getItem(KEPT);
    return THEMES.includes(theme) ? theme : "system";
  } catch {
    return "system";
  }
}

let chosen = kept();
const apply = () => {
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
};
apply();

export const theme = () => chosen;
export const isDark = () => (chosen === "system" ? system.matches : chosen === "dark");

export function chooseTheme(name) {
  chosen = name;
  try {
    localStorage.setItem(KEPT, name);
  } catch {
    // A browser that keeps nothing shows it for as long as the page stands.
  }
  apply();
  listeners.forEach((listener) => listener());
}

// Pictures are drawn in the colours of the theme, so they must hear of a change.
export function onTheme(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

system.addEventListener("change", () => chosen === "system" && listeners.forEach((listener) => listener()));
