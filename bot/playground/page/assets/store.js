// What the page knows of the workspace, and who wants to hear of changes.

import { kept, keptSince } from "./kept.js";

export const state = {
  connected: false,
  team: { id: "", name: "", domain: "" },
  me: "",
  bot: "",
  reader: { name: "", model: false },
  start: "claims-bot demo",
  samples: [],
  commands: [],
  shortcuts: [],
  users: new Map(),
  channels: new Map(),
  messages: new Map(), // channel id -> Map of ts -> message, thread answers included
  whispers: [],
  statuses: new Map(), // "channel/thread_ts" -> status
  modals: [],
  home: null,
  wire: [],
  model: [],
  unread: new Set(),
  place: { channel: "", tab: "messages", thread: null },
};

const listeners = new Map();

/** Calls `act` after each change of this kind: messages, places, views, wire, model, status, connection. */
export function on(kinds, act) {
  for (const kind of kinds) listeners.set(kind, [...(listeners.get(kind) ?? []), act]);
}

const waiting = new Set();

/** Tells the listeners, once a frame however much changed. */
export function changed(kind) {
  if (waiting.size === 0) queueMicrotask(tell);
  waiting.add(kind);
}

function tell() {
  const kinds = [...waiting];
  waiting.clear();
  for (const act of new Set(kinds.flatMap((kind) => listeners.get(kind) ?? []))) act();
}

const heard = [];

/** Calls `act(message, channel)` for each message that is new since the page was opened. */
export function onArrival(act) {
  heard.push(act);
}

/** Takes a frame of the feed. */
export function take(frame) {
  TAKERS[frame.type]?.(frame);
}

const TAKERS = {
  whole(frame) {
    keptSince(frame.since);
    const { team, me, bot, reader, start, samples, commands, shortcuts, home, modals } = frame;
    Object.assign(state, { team, me, bot, reader, start, samples, commands, shortcuts, home, modals });
    state.users = new Map(frame.users.map((each) => [each.id, each]));
    state.channels = new Map(frame.channels.map((each) => [each.id, each]));
    state.messages = new Map(
      Object.entries(frame.messages).map(([id, list]) => [id, new Map(list.map((each) => [each.ts, each]))]),
    );
    state.whispers = frame.whispers;
    state.statuses = new Map(frame.statuses.map((each) => [`${each.channel}/${each.thread_ts}`, each]));
    state.wire = frame.wire;
    state.model = frame.model;
    for (const kind of ["messages", "places", "views", "wire", "model", "status", "whole"]) changed(kind);
  },
  message({ channel, message }) {
    const known = state.messages.get(channel) ?? new Map();
    const fresh = !known.has(message.ts);
    known.set(message.ts, message);
    state.messages.set(channel, known);
    if (fresh) {
      if (channel !== state.place.channel && message.user !== state.me) state.unread.add(channel);
      for (const act of heard) act(message, channel);
    }
    changed("messages");
    changed("places");
  },
  deleted({ channel, ts }) {
    state.messages.get(channel)?.delete(ts);
    changed("messages");
  },
  whisper({ message }) {
    const place = state.whispers.findIndex((each) => each.ts === message.ts);
    if (place >= 0) state.whispers[place] = message;
    else {
      state.whispers.push(message);
      for (const act of heard) act(message, message.channel);
    }
    changed("messages");
  },
  unwhisper({ ts }) {
    state.whispers = state.whispers.filter((each) => each.ts !== ts);
    changed("messages");
  },
  status({ status }) {
    const key = `${status.channel}/${status.thread_ts}`;
    if (status.status) state.statuses.set(key, status);
    else state.statuses.delete(key);
    changed("status");
  },
  views({ modals, home }) {
    Object.assign(state, { modals, home });
    changed("views");
  },
  channel({ channel, users }) {
    state.channels.set(channel.id, channel);
    state.users = new Map(users.map((each) => [each.id, each]));
    changed("places");
    changed("messages");
  },
  wire: ({ entry }) => put("wire", entry, 400),
  model: ({ entry }) => put("model", entry, 200),
};

function put(kind, entry, most) {
  const list = state[kind];
  const place = list.findLastIndex((each) => each.id === entry.id);
  if (place >= 0) list[place] = entry;
  else list.push(entry);
  if (list.length > most) list.splice(0, list.length - most);
  changed(kind);
}

/** What somebody did in this window: the modals that come of it are shown here, and nowhere else. */
export function caused(trigger) {
  kept("triggers", [...(kept("triggers") ?? []).slice(-99), trigger]);
  changed("views");
}

/** The modals of this window. */
export function ownModals() {
  const triggers = new Set(kept("triggers"));
  return state.modals.filter((each) => triggers.has(each.trigger));
}

/** Goes to a channel, or with `tab` "home" to the app's Home. */
export function goTo(channel, { tab = "messages", thread } = {}) {
  const stays = channel === state.place.channel;
  state.place = { channel, tab, thread: thread !== undefined ? thread : stays ? state.place.thread : null };
  state.unread.delete(channel);
  changed("places");
  changed("messages");
}

/** Opens a thread beside the channel, or closes it with null. */
export function showThread(ts) {
  state.place = { ...state.place, thread: ts };
  changed("places");
  changed("messages");
}

/** Takes a whisper away; it is kept nowhere but in this window. */
export function dismiss(ts) {
  TAKERS.unwhisper({ ts });
}

export const userName = (id) => state.users.get(id)?.name ?? id;

/** How a conversation is called: #name, or the other's name. */
export function channelName(id) {
  const channel = state.channels.get(id);
  if (!channel) return id;
  if (channel.kind !== "im") return channel.name;
  return userName(channel.members.find((each) => each !== state.me) ?? state.me);
}

/** The direct messages with the app. */
export function appChannel() {
  return [...state.channels.values()].find((each) => each.kind === "im" && each.members.includes(state.bot));
}

/** What a channel shows, oldest first, its whispers in their place. */
export function channelMessages(id) {
  const all = [...(state.messages.get(id)?.values() ?? [])];
  const shown = all.filter((each) => !each.thread_ts || each.thread_ts === each.ts || each.subtype === "thread_broadcast");
  const whispers = state.whispers.filter((each) => each.channel === id && !each.thread_ts);
  return [...shown, ...whispers].sort(byTs);
}

/** The root and its answers, oldest first. */
export function threadMessages(id, ts) {
  const all = [...(state.messages.get(id)?.values() ?? [])];
  const whispers = state.whispers.filter((each) => each.channel === id && each.thread_ts === ts);
  const inside = all.filter((each) => each.ts === ts || each.thread_ts === ts);
  return [...inside, ...whispers].sort(byTs);
}

const byTs = (one, other) => (one.ts < other.ts ? -1 : one.ts > other.ts ? 1 : 0);

/** The status beside a thread, while it holds. */
export function statusOf(channel, ts) {
  const status = state.statuses.get(`${channel}/${ts}`);
  return status && status.until * 1000 > Date.now() ? status.status : "";
}
