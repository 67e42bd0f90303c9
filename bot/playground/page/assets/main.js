// The page: its parts, and what makes them draw.

import { addressed, keepAddress } from "./address.js";
import { channelPane } from "./channel.js";
import { announce, h, icon, iconButton } from "./dom.js";
import { listen } from "./feed.js";
import { listenToKeys, showKeys } from "./keys.js";
import { openMenu } from "./menu.js";
import { spoken } from "./message.js";
import { modalDialog } from "./modal.js";
import { sidebar } from "./sidebar.js";
import { channelMessages, goTo, on, onArrival, showThread, state } from "./store.js";
import { threadPane } from "./thread.js";
import { tried } from "./surface.js";
import { wirePanel } from "./wire.js";

const root = document.documentElement;
const remembered = (key, value) => {
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch {
    return null; // a browser that keeps nothing
  }
};

const app = document.getElementById("app");
const narrow = matchMedia("(max-width: 900px)"); // one pane at a time
const showSidebar = (open) => app.classList.toggle("with-sidebar", open);

const places = sidebar(() => showSidebar(false));
const channel = channelPane(() => showSidebar(!app.classList.contains("with-sidebar")));
const thread = threadPane();
const modal = modalDialog();
const panel = wirePanel(() => showPanel(false));

const team = h("h1", { class: "team" });
const reader = h("span", { class: "reader" });
const offline = h("span", { class: "lost", role: "status" });
const wireButton = h("button", { type: "button", class: "top-button", "aria-label": "On the wire", "aria-expanded": "false", "aria-controls": "wire", on: { click: () => showPanel(panel.node.hidden) } }, icon("wire", 18), h("span", {}, "On the wire"));
const shortcuts = iconButton("plus", "Shortcuts", (event) => openMenu(event.currentTarget, globals()), { class: "icon-button top-icon", hidden: true, "aria-haspopup": "menu" });
const keys = iconButton("keyboard", "Keyboard (Ctrl + /)", showKeys, { class: "icon-button top-icon" });
const theme = iconButton("theme", "Light or dark", () => setTheme(isDark() ? "light" : "dark"), { class: "icon-button top-icon" });

app.append(h("header", { class: "top" }, team, reader, offline, h("span", { class: "spring" }), shortcuts, wireButton, keys, theme), places.node, h("main", {}, channel.node, thread.node), panel.node);
document.body.append(modal.node);

const globals = () => state.shortcuts.filter((each) => each.kind === "global").map((each) => ({ label: each.name, act: () => tried("shortcut", { callback_id: each.id }) }));

const isDark = () => getComputedStyle(root).colorScheme.startsWith("dark") || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);

function setTheme(name) {
  root.dataset.theme = name;
  remembered("theme", name);
}

function showPanel(open) {
  panel.node.hidden = !open;
  wireButton.setAttribute("aria-expanded", String(open));
  app.classList.toggle("with-wire", open);
  remembered("wire", open ? "open" : "closed");
  panel.redraw();
  if (!open && panel.node.contains(document.activeElement)) wireButton.focus();
}

/** At first: where the address says, else the channel with the most to see, its last thread beside it. */
function begin() {
  team.textContent = state.team.name;
  reader.textContent = `Reads with ${state.reader.name}`;
  reader.title = reader.textContent;
  reader.hidden = !state.reader.name;
  shortcuts.hidden = !globals().length;
  if (state.channels.has(state.place.channel)) return;
  const place = addressed();
  if (place) return goTo(place.channel, place);
  const channels = [...state.channels.values()].filter((each) => each.kind === "channel");
  const most = channels.reduce((best, each) => (channelMessages(each.id).length >= channelMessages(best.id).length ? each : best), channels[0]);
  if (!most) return;
  const last = channelMessages(most.id).findLast((each) => each.reply_count);
  goTo(most.id, { thread: last && !narrow.matches ? last.ts : null });
}

/** The app answers a message of ours: its thread opens, unless somebody is writing in another. */
function follow(message, where) {
  const { place } = state;
  if (message.user !== state.me || message.bot_id) announce(spoken(message));
  if (message.user !== state.bot || !message.thread_ts || where !== place.channel || place.thread === message.thread_ts) return;
  const roots = channelMessages(where);
  const last = roots.findLast((each) => each.user === state.me && !each.is_ephemeral);
  if (last?.ts === message.thread_ts && !narrow.matches && !document.getElementById("reply").value) showThread(message.thread_ts);
}

on(["whole"], begin);
on(["places", "messages", "status", "views"], () => channel.redraw());
on(["places", "messages"], () => thread.redraw());
on(["places"], () => places.redraw());
on(["status"], () => thread.showStatus());
on(["views"], () => modal.redraw());
on(["wire", "model", "whole"], () => panel.redraw());
on(["places"], () => app.classList.toggle("with-thread", !thread.node.hidden));
on(["connection"], () => (offline.textContent = state.connected ? "" : "Not connected; trying again …"));
onArrival(follow);
keepAddress();
setInterval(() => state.statuses.size && (channel.redraw(), thread.showStatus()), 5000);

listenToKeys(() => [
  places.node.querySelector("[aria-current]"),
  channel.node.querySelector(".home:not([hidden]), .scroller:not([hidden]) .messages"),
  document.getElementById("write"),
  thread.node.querySelector(".messages"),
  document.getElementById("reply"),
  panel.node.querySelector("summary, button"),
]);

if (remembered("theme")) root.dataset.theme = remembered("theme");
if (remembered("wire") === "open") showPanel(true);
listen();
