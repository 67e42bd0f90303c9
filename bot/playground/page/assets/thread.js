// The thread beside the channel.

import { Composer } from "./composer.js";
import { fill, h, iconButton } from "./dom.js";
import { MessageList } from "./list.js";
import { channelName, showThread, state, statusOf, threadMessages, userName } from "./store.js";

export function threadPane() {
  const title = h("h2", { id: "thread-title" }, "Thread");
  const where = h("span", { class: "small" });
  const list = new MessageList({ label: "Thread", inThread: true });
  const status = h("div", { class: "working", role: "status" });
  const also = h("input", { type: "checkbox", id: "also" });
  const composer = new Composer({
    id: "reply",
    name: "Reply in the thread",
    where: () => ({ channel: state.place.channel, thread_ts: state.place.thread, ...(also.checked ? { broadcast: true } : {}) }),
    label: () => "Reply…",
    sent: () => ((also.checked = false), list.toEnd()),
    up: () => list.editLast(composer.field),
    below: h("label", { class: "also small", for: "also" }, also, h("span", {})),
  });
  const close = () => {
    const root = state.place.thread;
    showThread(null);
    requestAnimationFrame(() => (document.querySelector(`[data-focus="replies/${root}"]`) ?? document.querySelector(`.main [data-focus="message/${root}"]`))?.focus());
  };
  const node = h("section", { class: "pane thread", "aria-labelledby": "thread-title", hidden: true }, h("header", { class: "pane-head" }, title, where, iconButton("close", "Close the thread", close, { class: "icon-button end" })), list.scroller, h("div", { class: "pane-foot" }, status, composer.node));
  node.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && close());

  function redraw() {
    const { channel, thread } = state.place;
    const messages = thread ? threadMessages(channel, thread) : [];
    node.hidden = !messages.length;
    if (!messages.length) return;
    composer.describe();
    const name = channelName(channel);
    where.textContent = state.channels.get(channel)?.kind === "im" ? name : `#${name}`;
    also.nextElementSibling.textContent = `Also send to ${where.textContent}`;
    const count = messages.length - 1;
    const after = (message) => (message.ts === thread && count ? [h("li", { class: "count" }, h("span", {}, `${count} ${count === 1 ? "reply" : "replies"}`))] : []);
    list.show(messages, channel, `${channel}/${thread}`, { extra: after });
    showStatus();
  }

  function showStatus() {
    const { channel, thread } = state.place;
    const text = thread ? statusOf(channel, thread) : "";
    fill(status, text && [h("span", { class: "dots", "aria-hidden": "true" }), `${userName(state.bot)} ${text}`]);
  }

  return { node, redraw, showStatus };
}
