// What the screen shows, kept in the address bar; whoever needs to know of a change listens.
import { addressOf, readAddress } from "./address.js";

const WAIT = 250; // milliseconds; browsers refuse an address that changes with every day of play

export const state = { ...readAddress() };
const listeners = new Set();
let timer = 0;

export function onState(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Changes some of the state; a new page is a new entry of the history, all else replaces the present one.
export function setState(changes) {
  const turned = "page" in changes && changes.page !== state.page;
  Object.assign(state, changes);
  if (turned) {
    clearTimeout(timer);
    timer = 0;
    history.pushState(null, "", addressOf(state));
  } else timer ||= setTimeout(flushAddress, WAIT);
  for (const listener of listeners) listener(changes);
}

export function flushAddress() {
  clearTimeout(timer);
  timer = 0;
  history.replaceState(null, "", addressOf(state));
}

window.addEventListener("popstate", () => {
  Object.assign(state, readAddress());
  for (const listener of listeners) listener({ ...state, popped: true });
});
