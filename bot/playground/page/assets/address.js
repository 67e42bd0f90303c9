// The address of the page says where one is, so that Back goes back and a reload stays.

import { goTo, on, state } from "./store.js";

const fragment = ({ channel, tab, thread }) => `#/${channel}${tab === "home" ? "/home" : thread ? `/${thread}` : ""}`;

/** The place that the address names, if it is in this workspace. */
export function addressed() {
  const [, channel, more] = /^#\/(\w+)(?:\/([\w.]+))?$/.exec(location.hash) ?? [];
  if (!state.channels.has(channel)) return null;
  if (more === "home") return { channel, tab: "home", thread: null };
  return { channel, tab: "messages", thread: state.messages.get(channel)?.has(more) ? more : null };
}

/** Each place that somebody goes to becomes one to come back to. */
export function keepAddress() {
  let now = "";
  on(["places"], () => {
    const next = state.place.channel && fragment(state.place);
    if (!next || next === now) return;
    if (!now) history.replaceState(null, "", next);
    else if (location.hash !== next) history.pushState(null, "", next);
    now = next;
  });
  window.addEventListener("popstate", () => {
    const place = addressed();
    if (!place) return history.replaceState(null, "", now); // a jump within the page
    now = fragment(place);
    goTo(place.channel, place);
  });
}
