// Colours by what they stand for, the same everywhere: Okabe and Ito's, safe for colour-blind eyes, in light and dark.
import { isDark, onTheme } from "./theme.js";

export { onTheme };

const LIGHT = {
  ink: "#1c2024",
  quiet: "#596069",
  line: "#d9dde2",
  surface: "#ffffff",
  ground: "#f4f5f6",
  accent: "#0b5fa5",
  desk: "#0072b2",
  deskIdle: "#cfe3f0",
  unit: "#c77700",
  unitIdle: "#f6e3c5",
};
const DARK = {
  ink: "#e8eaed",
  quiet: "#a9b1bb",
  line: "#3a4149",
  surface: "#1b1f24",
  ground: "#121519",
  accent: "#6cb4f5",
  desk: "#56b4e9",
  deskIdle: "#2f5a75",
  unit: "#f0a830",
  unitIdle: "#6b5020",
};
const SERIES = {
  share_service: "#0072b2",
  share_update: "#56b4e9",
  share_other: "#8c8c8c",
  bucket: "#e69f00",
  mail: "#cc79a7",
  helpline: "#8c8c8c",
  minutes_production: "#8c8c8c",
  minutes_transcription: "#e69f00",
  minutes_update: "#56b4e9",
  minutes_chase: "#cc79a7",
  minutes_helpline: "#009e73",
  minutes_refused: "#d55e00",
  minutes_idle: "#d4d8dc",
  originated: "#009e73",
  claimed: "#d55e00",
  attainment: "#d55e00",
  serving: "#0072b2",
  wait_desk: "#0072b2",
  wait_direct: "#e69f00",
  habit: "#009e73",
  involvement: "#0072b2",
};
const OTHERS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c8c8c"];
const LIFTED = {
  "#0072b2": "#3d8fd6",
  "#56b4e9": "#9ad6f7",
  "#8c8c8c": "#a6a6a6",
  "#009e73": "#25c79b",
  "#d55e00": "#f0803a",
  "#d4d8dc": "#3d444c",
};

export const palette = () => (isDark() ? DARK : LIGHT);

export function colourOf(id, place) {
  const colour = SERIES[id] ?? OTHERS[place % OTHERS.length];
  return isDark() ? (LIFTED[colour] ?? colour) : colour;
}

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

// The colour a share of the way from one to another.
export function between(from, to, share) {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((low, i) =>
      Math.round(low + (b[i] - low) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
