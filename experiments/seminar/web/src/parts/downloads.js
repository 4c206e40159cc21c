// What can be taken along from the page Explore: tables, the network, pictures of the day shown.
import { runWords } from "../core/address.js";
import { savePng, saveSvg } from "../core/save.js";
import { state } from "../core/state.js";
import { menu } from "./menu.js";
import { complain } from "./notices.js";
import { plotSvg } from "./plot_svg.js";

export function downloads({ network, panels, player }) {
  const words = () => runWords(state);
  const name = () => `${state.scenario}_seed${state.seed}_day${player.day}`;
  const png = (file, svg) => savePng(file, svg).catch(complain);
  const ofNetwork = (save) => () => network.frame && save(`${name()}_network`, network.picture());
  const ofPlots = (save) => () =>
    panels.plots.forEach(({ panel, names, values, days }) =>
      save(`${name()}_${panel.id}`, plotSvg(panel, names, values, { days })),
    );
  return menu("Download", [
    { name: "Days as CSV", href: () => `/data/days.csv?${words()}` },
    { name: "Measures as CSV", href: () => `/data/measures.csv?${words()}` },
    { name: "Network as GraphML", href: () => `/data/network.graphml?${words()}&day=${player.day}` },
    { name: "Network as SVG", action: ofNetwork(saveSvg) },
    { name: "Network as PNG", action: ofNetwork(png) },
    { name: "Plots as SVG", action: ofPlots(saveSvg) },
    { name: "Plots as PNG", action: ofPlots(png) },
  ]);
}
