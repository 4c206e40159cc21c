// Where the numbers come from: the exact command and versions behind the file.
import { h } from "../core/element.js";

export function provenance({ command, versions, made, scenario, run }) {
  const facts = {
    scenario,
    command,
    ...Object.fromEntries(Object.entries(versions).map(([name, version]) => [`version of ${name}`, version])),
    made,
    seed: run?.seed,
  };
  return h(
    "footer",
    {},
    h("h2", { class: "section" }, "Behind this page"),
    h(
      "dl",
      { class: "facts card" },
      Object.entries(facts)
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => [h("dt", {}, name), h("dd", {}, h("code", {}, String(value)))]),
    ),
  );
}
