// Bundles: named sets of values that are laid over a setting before its changes, as after --with on the command line.
import { scenarios } from "./api.js";

// The bundles that can be laid over a kind of setting.
export async function bundlesFor(kind) {
  const { bundles } = await scenarios();
  return bundles.filter(({ kinds }) => kinds.includes(kind));
}

// What bundles change, one after another; unknown ones are the server's to refuse.
export async function valuesOf(names) {
  const { bundles } = await scenarios();
  return Object.assign({}, ...names.map((name) => bundles.find((bundle) => bundle.name === name)?.values ?? {}));
}

// A setting with bundles laid over it: their values are the ones that a control goes back to.
export async function laid(setting, names) {
  if (!names.length) return setting;
  const values = await valuesOf(names);
  const own = (parameter) => (parameter.name in values ? { ...parameter, value: values[parameter.name] } : parameter);
  return {
    ...setting,
    groups: setting.groups.map((group) => ({ ...group, parameters: group.parameters.map(own) })),
  };
}
