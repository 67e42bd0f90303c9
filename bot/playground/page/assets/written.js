// What people type, and what Slack keeps of it.

import { channelName, state, userName } from "./store.js";
import { unescaped } from "./text.js";

const MOST = 12_000; // characters of a message, as Slack's own client takes them

/** What to say of a text that Slack's client would not send; nothing where it would. */
export function tooLong(text) {
  const over = text.trim().length - MOST;
  return over > 0 ? `${over.toLocaleString("en-GB")} ${over === 1 ? "character" : "characters"} too many: Slack takes ${MOST.toLocaleString("en-GB")} in a message.` : "";
}

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
