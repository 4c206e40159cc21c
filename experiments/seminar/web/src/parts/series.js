// The values a plot draws: as they are, or one upon the other where a panel stacks them.
export function stacked(columns) {
  const sums = [];
  let below = columns[0]?.map(() => 0) ?? [];
  for (const column of columns) {
    below = column.map((value, day) => below[day] + (value ?? 0));
    sums.push(below);
  }
  return sums;
}

export function columnsOf(panel, values) {
  const columns = panel.series.map((id) => (values[id] ?? []).map((value) => value ?? null));
  return panel.form === "stack" ? stacked(columns) : columns;
}

// What an axis must reach, the published values included; from nought up.
export function topOf(panel, columns) {
  const marks = (panel.lines ?? []).map(({ value, tolerance }) => value + (tolerance ?? 0));
  let top = Math.max(0, ...marks);
  for (const column of columns) for (const value of column) if (value !== null && value > top) top = value;
  return top || 1;
}

// What is said of a panel to who cannot see it.
export function told(panel, names, values, day) {
  const said = panel.series.map((id) => `${names[id]?.label ?? id} ${values[id]?.[day] ?? "not known"}`);
  return `${panel.title}, ${panel.unit}, day ${day}: ${said.join(", ")}. ${panel.meaning}`;
}
