// Writes the hash of all sources beside the build, so that a test can tell without Node when the build is stale.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const HERE = import.meta.dirname;
const LEFT_OUT = ["node_modules"];

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!LEFT_OUT.includes(entry.name)) yield* files(path);
    } else {
      yield relative(HERE, path).split(sep).join("/");
    }
  }
}

export function hashOfSources() {
  const hash = createHash("sha256");
  for (const name of [...files(HERE)].sort()) {
    hash.update(`${name}\n`);
    hash.update(readFileSync(join(HERE, name)));
    hash.update("\n");
  }
  return hash.digest("hex");
}

export function stamp() {
  return {
    name: "stamp",
    closeBundle: () => writeFileSync(join(HERE, "../static/sources.sha256"), `${hashOfSources()}\n`),
  };
}
