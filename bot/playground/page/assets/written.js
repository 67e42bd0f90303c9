// What people type, and what Slack keeps of it.

import { channelName, state, userName } from "./store.js";
import { unescaped } from "./text.js";

/** What the client sends: `&`, `<` and `>` escaped, names as mentions. */
export function written(text) {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const people = [...state.users.values()].sort((one, other) => other.name.length - one.name.length);
  return people.reduce((all, each) => all.replace(new RegExp(`(^|\\s)@${each.name}(?![\\w-])`, "g"), `$1<@${each.id}>`), escaped);
}

/** The other way: a message's text as one would type it. */
export function typed(text) {
  const named = text
    .replace(/<@(\w+)(?:\|[^<>]*)?>/g, (_, id) => `@${userName(id)}`)
    .replace(/<#(\w+)(?:\|[^<>]*)?>/g, (_, id) => `#${channelName(id)}`)
    .replace(/<!(here|channel|everyone)>/g, "@$1");
  return unescaped(named.replace(/<((?:https?|mailto|tel):[^<>|]+)(?:\|([^<>]*))?>/g, (_, url, label) => (url === `http://${label}` ? label : url)));
}
