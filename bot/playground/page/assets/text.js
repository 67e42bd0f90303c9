// Slack's text formats as nodes: plain_text, mrkdwn, and what they share.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { channelName, goTo, state, userName } from "./store.js";

/** `&lt;`, `&gt;` and `&amp;` undone. */
export const unescaped = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** A link that opens beside; one into this workspace goes there. Anything but http, https, mailto and tel is text. */
export function link(url, ...label) {
  const shown = label.length ? label : [url];
  const inside = permalink(url);
  if (inside) return h("a", { href: url, on: { click: (event) => (event.preventDefault(), goTo(inside.channel, inside)) } }, ...shown);
  if (!/^(https?|mailto|tel):/i.test(url)) return h("span", {}, ...shown);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...shown);
}

/** Where a permalink of this workspace leads. */
function permalink(url) {
  const found = /^https:\/\/([\w-]+)\.slack\.com\/archives\/([A-Z0-9]+)(?:\/p(\d+)(\d{6})(?:\?(.*))?)?$/.exec(url);
  if (!found || found[1] !== state.team.domain || !state.channels.has(found[2])) return null;
  const root = new URLSearchParams(found[5] ?? "").get("thread_ts");
  return { channel: found[2], thread: root ?? (found[3] ? `${found[3]}.${found[4]}` : null) };
}

/** The link of a message as `chat.getPermalink` gives it: an answer names its thread. */
export function permalinkOf({ ts, thread_ts: root = ts }, channel) {
  const link = `https://${state.team.domain}.slack.com/archives/${channel}/p${ts.replace(".", "")}`;
  return root === ts ? link : `${link}?thread_ts=${root}&cid=${channel}`;
}

/** A name that is called: a person, a channel, everybody. */
export function mention(kind, target, label) {
  if (kind === "user") return h("span", { class: `mention${target === state.me ? " mine" : ""}` }, `@${label ?? userName(target)}`);
  if (kind === "channel") {
    const go = () => state.channels.has(target) && goTo(target);
    return h("button", { type: "button", class: "mention", on: { click: go } }, `#${label ?? channelName(target)}`);
  }
  return h("span", { class: "mention mine" }, `@${label ?? target}`);
}

/** Characters, with emoji for `:names:` and a break for each line. */
export function plain(text, { emoji: withEmoji = true } = {}) {
  return unescaped(text)
    .split("\n")
    .flatMap((line, number) => [
      ...(number ? [h("br")] : []),
      withEmoji ? line.replace(/:([a-z0-9_+'-]+):/g, (all, name) => emoji(name)) : line,
    ]);
}

/** What stands in angle brackets: a link, a mention, a date. */
export function control(inner) {
  const [target, label] = split(inner, "|");
  if (/^@[UWB]/.test(target)) return mention("user", target.slice(1), label);
  if (/^#[CGD]/.test(target)) return mention("channel", target.slice(1), label);
  if (/^!(here|channel|everyone)$/.test(target)) return mention("broadcast", target.slice(1), label);
  if (target.startsWith("!subteam^")) return mention("group", label ?? target.slice(9));
  if (target.startsWith("!date^")) return h("span", {}, date(target, label));
  if (/^(https?|mailto|tel|slack|ftp):/i.test(target)) return link(unescaped(target), ...(label ? plain(label) : []));
  return document.createTextNode(`<${inner}>`);
}

function split(text, at) {
  const place = text.indexOf(at);
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + 1)];
}

/** `{date_short}` and its like, in the reader's own time. */
export function date(target, label, format) {
  const [, stamp, pattern] = format ? ["", target, format] : target.split("^");
  const when = new Date(Number(stamp) * 1000);
  if (Number.isNaN(when.getTime())) return label ?? target;
  const forms = {
    date_num: { dateStyle: "short" }, date: { dateStyle: "long" }, date_short: { dateStyle: "medium" }, date_long: { dateStyle: "full" },
    date_pretty: { dateStyle: "long" }, date_short_pretty: { dateStyle: "medium" }, date_long_pretty: { dateStyle: "full" },
    time: { timeStyle: "short" }, time_secs: { timeStyle: "medium" },
  };
  return pattern.replace(/\{(\w+)\}/g, (all, name) => (forms[name] ? new Intl.DateTimeFormat("en", forms[name]).format(when) : all));
}

const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<control>[^<>\\n]+)>",
    "(?<![\\w*])\\*(?=\\S)(?<bold>[^*\\n]*?\\S)\\*(?![\\w*])",
    "(?<![\\w_])_(?=\\S)(?<italic>[^_\\n]*?\\S)_(?![\\w_])",
    "(?<![\\w~])~(?=\\S)(?<strike>[^~\\n]*?\\S)~(?![\\w~])",
    "(?<url>https?://[^\\s<>|]+[^\\s<>|.,;:!?'\")])",
  ].join("|"),
  "g",
);

/** One run of mrkdwn, without its paragraphs. */
function inline(text, options) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > at) nodes.push(...plain(text.slice(at, found.index)));
    nodes.push(formatted(found.groups, options));
    at = found.index + found[0].length;
  }
  if (at < text.length) nodes.push(...plain(text.slice(at)));
  return nodes;
}

function formatted({ code, control: inner, bold, italic, strike, url }, options) {
  if (code !== undefined) return h("code", {}, unescaped(code));
  if (inner !== undefined) return control(inner);
  if (bold !== undefined) return h("strong", {}, inline(bold, options));
  if (italic !== undefined) return h("em", {}, inline(italic, options));
  if (strike !== undefined) return h("s", {}, inline(strike, options));
  return options.verbatim ? document.createTextNode(unescaped(url)) : link(unescaped(url));
}

/** mrkdwn: code blocks, quotes, and runs between them. */
export function mrkdwn(text, options = {}) {
  return text.split("```").flatMap((piece, number) => {
    if (number % 2) return [h("pre", {}, h("code", {}, unescaped(piece.replace(/^\n|\n$/g, ""))))];
    return quotes(piece).map(([quoted, run]) => (quoted ? h("blockquote", {}, inline(run, options)) : h("span", {}, inline(run, options))));
  });
}

function quotes(text) {
  const runs = [];
  for (const line of text.split("\n")) {
    const quoted = /^(&gt;|>)/.test(line);
    const bare = quoted ? line.replace(/^(&gt;|>) ?/, "") : line;
    if (runs.length && runs.at(-1)[0] === quoted) runs.at(-1)[1] += `\n${bare}`;
    else runs.push([quoted, bare]);
  }
  return runs.filter(([quoted, run]) => quoted || run.trim());
}

/** A text object of Block Kit. */
export function textObject(object, options = {}) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text, { verbatim: object.verbatim, ...options }) : plain(object.text, object);
}

/** The time of a ts, for people and as an attribute. */
export function clock(ts) {
  const when = new Date(Number(ts) * 1000);
  const shown = when.toLocaleTimeString("en", { hour: "numeric", minute: "2-digit" });
  return h("time", { datetime: when.toISOString(), title: when.toLocaleString("en", { dateStyle: "full", timeStyle: "medium" }) }, shown);
}

/** "Today", "Yesterday" or the date. */
export function day(ts) {
  const when = new Date(Number(ts) * 1000);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(when).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return "Today";
  return days === 1 ? "Yesterday" : when.toLocaleDateString("en", { weekday: "long", month: "long", day: "numeric" });
}
