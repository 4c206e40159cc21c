// What stands still: scenarios, parameters, measures and claims, each fetched once.
const kept = new Map();

export function get(path) {
  if (!kept.has(path)) {
    const answer = fetch(path).then(async (response) => {
      const body = await response.json().catch(() => ({}));
      if (!response.ok) throw new Error(body.sentence ?? `The server answered ${response.status} to ${path}.`);
      return body;
    });
    answer.catch(() => kept.delete(path)); // what failed may be asked for again
    kept.set(path, answer);
  }
  return kept.get(path);
}

export const scenarios = () => get("/api/scenarios");
export const setting = (name) => get(`/api/scenarios/${encodeURIComponent(name)}`);
export const measures = () => get("/api/measures");
export const claims = () => get("/api/claims");
