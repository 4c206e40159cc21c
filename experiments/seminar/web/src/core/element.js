// Elements of the page, made in one expression: h("button", { class: "plain", onclick: go }, "Go").
const SVG = "http://www.w3.org/2000/svg";

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style")
      Object.assign(element.style, value); // as an attribute the server's rules forbid it
    else if (name === "value" || name === "checked" || name === "disabled" || name === "selected")
      element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export const h = (tag, properties, ...children) => fill(document.createElement(tag), properties, children);

export const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

// Replaces only what differs, so that a label that says the same is not announced again.
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// Does something that may wait until what was drawn just now is on the screen.
export const afterPicture = (act) => requestAnimationFrame(() => setTimeout(act));
