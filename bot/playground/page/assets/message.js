// One message: who, when, what, and what can be done with it.

import { blocks } from "./blocks.js";
import { copied } from "./dialogs.js";
import { h, icon, iconButton } from "./dom.js";
import { edit, inPlace, mayEdit, remove } from "./edit.js";
import { emoji, REACTIONS } from "./emoji.js";
import { file } from "./file.js";
import { openMenu } from "./menu.js";
import { dismiss, showThread, state, statusOf, userName } from "./store.js";
import { messageSurface, tried } from "./surface.js";
import { clock, link, mrkdwn, permalinkOf, plain } from "./text.js";
import { showJson } from "./wire.js";
import { typed } from "./written.js";

/** The name under which a message stands. */
const author = (message) => message.username ?? (message.user === "USLACKBOT" ? "Slackbot" : userName(message.user ?? message.bot_id));

const isApp = (message) => Boolean(message.bot_id);

/** A square with the first letter, or the app's mark. */
export function avatar(user, { small } = {}) {
  const kind = `avatar${small ? " avatar-small" : ""}`;
  if (user === state.bot) return h("img", { class: kind, src: "/page/assets/icon.svg", alt: "" });
  return h("span", { class: `${kind} hue-${hue(user ?? "")}`, "aria-hidden": "true" }, (userName(user) || "?")[0].toUpperCase());
}

const hue = (text) => [...text].reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) % 6, 7);

/** A message as an item of a list. `joined`: it follows another of the same person. */
export function messageItem(message, channel, { joined = false, inThread = false } = {}) {
  if (message.subtype === "tombstone") return goneItem(message, channel, inThread);
  const surface = messageSurface(channel, message.ts);
  const whispered = message.is_ephemeral;
  const body = h(
    "div",
    { class: "message-body" },
    whispered && h("p", { class: "whispered" }, icon("eye", 14), " Only visible to you · ", h("button", { type: "button", class: "link", data: { focus: `dismiss/${message.ts}` }, on: { click: () => dismiss(message.ts) } }, "Dismiss message")),
    !joined && h("div", { class: "message-head" }, h("span", { class: "author" }, author(message)), isApp(message) && h("span", { class: "badge" }, "APP"), clock(message.ts)),
    inPlace(message, inThread, content(message, surface)),
    reactions(message, channel),
    !inThread && replies(message, channel),
  );
  const side = joined ? h("span", { class: "gutter" }, clock(message.ts)) : avatar(message.user);
  return h(
    "li",
    { class: `message${joined ? " joined" : ""}${whispered ? " whisper" : ""}`, tabindex: "-1", "aria-label": spoken(message), data: { ts: message.ts, focus: `message/${message.ts}` } },
    side,
    body,
    tools(message, channel, inThread),
  );
}

/** Where the root of a living thread was deleted: nobody's any more. */
function goneItem(message, channel, inThread) {
  return h(
    "li",
    { class: "message", tabindex: "-1", "aria-label": message.text, data: { ts: message.ts, focus: `message/${message.ts}` } },
    h("span", { class: "avatar avatar-gone" }, icon("trash")),
    h("div", { class: "message-body" }, h("p", { class: "gone" }, message.text), !inThread && replies(message, channel)),
  );
}

/** What screen readers say of a message before its parts. */
export function spoken(message) {
  const text = typed((message.text ?? "").replace(/<[^<>|]*\|([^<>]+)>/g, "$1"));
  const files = (message.files ?? []).map((each) => each.title || each.name);
  return `${author(message)}: ${[text.slice(0, 160), ...files].filter(Boolean).join(", ")}`;
}

function content(message, surface) {
  const shown = message.blocks?.length ? blocks(message.blocks, surface) : message.text ? [h("div", { class: "block" }, mrkdwn(message.text))] : [];
  return h(
    "div",
    { class: "content" },
    shown,
    message.streaming_state === "in_progress" && h("span", { class: "streaming", role: "img", "aria-label": "still writing" }),
    message.edited && !isApp(message) && h("span", { class: "small" }, "(edited)"),
    (message.files ?? []).map(file),
    (message.attachments ?? []).map((each) => attachment(each, surface)),
  );
}

function attachment(each, surface) {
  const title = each.title && h("strong", {}, each.title_link ? link(each.title_link, each.title) : plain(each.title));
  return h("div", { class: "attachment" }, each.pretext && mrkdwn(each.pretext), title, each.text && h("div", {}, mrkdwn(each.text)), each.blocks && blocks(each.blocks, surface));
}

function reactions(message, channel) {
  if (!message.reactions?.length) return null;
  const one = ({ name, count, users }) =>
    h("button", { type: "button", class: `reaction${users.includes(state.me) ? " mine" : ""}`, title: users.map(userName).join(", "), "aria-label": `${name.replaceAll("_", " ")}, ${count}`, data: { focus: `reaction/${message.ts}/${name}` }, "aria-pressed": String(users.includes(state.me)), on: { click: () => tried("react", { channel, ts: message.ts, name, remove: users.includes(state.me) }) } }, emoji(name), " ", String(count));
  return h("div", { class: "reactions" }, message.reactions.map(one));
}

function replies(message, channel) {
  const status = statusOf(channel, message.ts);
  const working = status && h("div", { class: "working" }, h("span", { class: "dots", "aria-hidden": "true" }), `${userName(state.bot)} ${status}`);
  if (!message.reply_count) return working || null;
  const last = message.latest_reply;
  const bar = h(
    "button",
    { type: "button", class: "replies", data: { focus: `replies/${message.ts}` }, on: { click: () => enterThread(message.ts, ".messages") } },
    h("span", { class: "faces" }, (message.reply_users ?? []).slice(0, 4).map((each) => avatar(each, { small: true }))),
    h("strong", {}, `${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}`),
    last && h("span", { class: "small" }, "Last reply at ", clock(last)),
  );
  return h("div", {}, bar, working);
}

/** Opens a thread and goes there: to what it says, or to the box to write in. */
function enterThread(ts, part) {
  showThread(ts);
  requestAnimationFrame(() => document.querySelector(`.thread ${part}`)?.focus());
}

function tools(message, channel, inThread) {
  const more = (event) => openMenu(event.currentTarget, entries(message, channel, inThread));
  const react = (event) => openMenu(event.currentTarget, REACTIONS.map((name) => ({ label: `${emoji(name)} ${name.replaceAll("_", " ")}`, act: () => tried("react", { channel, ts: message.ts, name }) })));
  const tool = (name, label, act, more_ = {}) => iconButton(name, label, act, { data: { focus: `${name}/${message.ts}` }, ...more_ });
  return h(
    "div",
    { class: "tools", role: "group", "aria-label": "Message actions" },
    !message.is_ephemeral && tool("smile", "Add a reaction", react, { "aria-haspopup": "menu" }),
    !inThread && !message.is_ephemeral && tool("reply", "Reply in thread", () => enterThread(message.thread_ts ?? message.ts, "textarea")),
    tool("more", "More message actions", more, { "aria-haspopup": "menu" }),
  );
}

function entries(message, channel, inThread) {
  const shortcuts = state.shortcuts.filter((each) => each.kind === "message" && !message.is_ephemeral);
  return [
    ...shortcuts.map((each) => ({ label: each.name, note: userName(state.bot), act: () => tried("shortcut", { channel, ts: message.ts, callback_id: each.id }) })),
    ...(shortcuts.length ? [null] : []),
    ...(message.is_ephemeral ? [] : [{ label: "Copy link", act: () => copied(permalinkOf(message, channel), "Link copied.") }]),
    { label: "Copy text", act: () => copied(typed(message.text ?? ""), "Text copied.") },
    { label: "Show its JSON", act: () => showJson(`Message ${message.ts}`, message) },
    ...(mayEdit(message) ? [null, { label: "Edit message", act: () => edit(message, channel, inThread) }, { label: "Delete message", danger: true, act: () => remove(message, channel) }] : []),
  ];
}
