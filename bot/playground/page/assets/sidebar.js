// Channels, people and the app.

import { fill, h, icon, keepingFocus } from "./dom.js";
import { avatar } from "./message.js";
import { appChannel, channelName, goTo, state } from "./store.js";

/** The navigation; `redraw` brings it up to date, `chosen` hears that somebody went somewhere. */
export function sidebar(chosen) {
  const node = h("nav", { class: "sidebar", id: "sidebar", "aria-label": "Channels and apps" });
  const go = (id, more) => () => (goTo(id, more), chosen());

  function entry(channel, more = {}) {
    const here = state.place.channel === channel.id;
    const unread = state.unread.has(channel.id) && !here;
    const lead = channel.kind === "im" ? avatar(channel.members.find((each) => each !== state.me), { small: true }) : icon(channel.kind === "group" ? "lock" : "hash", 16);
    return h("li", {}, h("button", { type: "button", class: `place${unread ? " unread" : ""}`, "aria-current": here ? "page" : undefined, data: { focus: `place/${channel.id}` }, on: { click: go(channel.id, more) } }, lead, h("span", {}, channelName(channel.id)), unread && h("span", { class: "unseen" }, " (unread)")));
  }

  const part = (title, entries) => entries.length > 0 && [h("h2", {}, title), h("ul", {}, entries)];

  function redraw() {
    const channels = [...state.channels.values()].filter((each) => !each.archived);
    const app = appChannel();
    const direct = channels.filter((each) => ["im", "mpim"].includes(each.kind) && each !== app);
    keepingFocus(node, () =>
      fill(
        node,
        part("Channels", channels.filter((each) => ["channel", "group"].includes(each.kind)).map((each) => entry(each))),
        part("Direct messages", direct.map((each) => entry(each))),
        part("Apps", app ? [entry(app, { tab: "home" })] : []),
      ),
    );
  }

  return { node, redraw };
}
