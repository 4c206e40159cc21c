// The address bar holds the whole screen: page, scenario, bundles, changes, seed and day; a link reproduces it.
const PAGES = ["explore", "bet", "teach", "notes", "figures"];
const EXTRA = ["room", "pick", "issue", "person"];

// A value as on the command line, after `--set name=`.
export function written(value) {
  if (Array.isArray(value))
    return `[${value.map((part) => (typeof part === "string" ? JSON.stringify(part) : part)).join(",")}]`;
  return String(value);
}

// A text becomes a number, a switch or a list where it reads as one; the server checks it in any case.
export function parsed(text) {
  if (/^(true|false)$/.test(text)) return text === "true";
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);
  if (text.startsWith("[")) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text;
}

export function readAddress(location = window.location) {
  const query = new URLSearchParams(location.search);
  const page = location.pathname.replaceAll("/", "");
  const changes = {};
  for (const setting of query.getAll("set")) {
    const at = setting.indexOf("=");
    if (at > 0) changes[setting.slice(0, at)] = parsed(setting.slice(at + 1));
  }
  const bundles = [...new Set(query.getAll("with").filter(Boolean))];
  const whole = (name, otherwise) => (/^\d{1,16}$/.test(query.get(name) ?? "") ? Number(query.get(name)) : otherwise);
  const state = {
    page: PAGES.includes(page) ? page : "explore",
    scenario: query.get("scenario"),
    seed: whole("seed", 1),
    day: whole("day", 0),
    changes,
    bundles,
  };
  for (const name of EXTRA) state[name] = query.get(name);
  return state;
}

// The words that name a run to the server's downloads, and the first part of every link.
export function runWords({ scenario, seed, changes, bundles = [] }) {
  const query = new URLSearchParams(scenario ? { scenario, seed } : { seed });
  for (const bundle of bundles) query.append("with", bundle);
  for (const [name, value] of Object.entries(changes)) query.append("set", `${name}=${written(value)}`);
  return query;
}

export function addressOf(state) {
  const query = runWords(state);
  if (state.day) query.set("day", state.day);
  for (const name of EXTRA) if (state[name]) query.set(name, state[name]);
  return `/${state.page}?${query}`;
}
