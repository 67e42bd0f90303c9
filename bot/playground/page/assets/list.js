// A list of messages that keeps what did not change, the focus, and the place one reads at.

import { h, keepingFocus } from "./dom.js";
import { edit, mayEdit } from "./edit.js";
import { messageItem } from "./message.js";
import { statusOf } from "./store.js";
import { day } from "./text.js";

const NEAR = 90;

export class MessageList {
  constructor({ label, inThread = false }) {
    this.inThread = inThread;
    this.node = h("ol", { class: "messages", "aria-label": label, tabindex: "0" });
    this.scroller = h("div", { class: "scroller" }, this.node);
    this.known = new Map();
    this.messages = [];
    this.node.addEventListener("keydown", (event) => this.move(event));
    this.place = "";
    this.end = true;
    this.scroller.addEventListener("scroll", () => (this.end = this.atEnd()));
    // Whoever reads at the end still does when the panel opens or the box to write in grows.
    new ResizeObserver(() => !this.inThread && this.end && this.toEnd()).observe(this.scroller);
  }

  atEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < NEAR;
  }

  /** Shows these messages of a channel, after the nodes `before`; `extra(message)` gives nodes that follow one. */
  show(messages, channel, place, { before = [], extra = () => [] } = {}) {
    const anew = place !== this.place;
    const atEnd = this.atEnd();
    if (anew) this.known.clear();
    this.place = place;
    this.messages = messages;
    this.channel = channel;
    keepingFocus(this.node, () => this.node.replaceChildren(...before, ...this.items(messages, channel, extra)));
    if (anew) this.scroller.scrollTop = this.inThread ? 0 : this.scroller.scrollHeight;
    else this.follow(atEnd);
  }

  *items(messages, channel, extra) {
    let before = null;
    for (const message of messages) {
      if (!this.inThread && (!before || day(before.ts) !== day(message.ts))) yield h("li", { class: "day" }, h("span", {}, day(message.ts)));
      const joined = Boolean(before) && follows(before, message);
      const signature = JSON.stringify([message, joined, this.inThread ? "" : statusOf(channel, message.ts)]);
      const known = this.known.get(message.ts);
      if (known?.signature === signature) yield known.node;
      else {
        const node = messageItem(message, channel, { joined, inThread: this.inThread });
        this.known.set(message.ts, { signature, node });
        yield node;
      }
      yield* extra(message);
      before = message;
    }
  }

  /** Who reads at the end stays there; in a thread no further than to the beginning of the last message. */
  follow(atEnd) {
    if (!atEnd) return;
    const last = this.node.lastElementChild;
    const start = this.scroller.scrollTop + last.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - 60;
    this.scroller.scrollTop = this.inThread ? Math.min(start, this.scroller.scrollHeight) : this.scroller.scrollHeight;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** Opens the box for the last message of one's own, where there is one; then the focus is `back`. */
  editLast(back) {
    const last = this.messages.findLast(mayEdit);
    if (!last) return;
    edit(last, this.channel, this.inThread, back);
    this.known.get(last.ts).node.scrollIntoView({ block: "nearest" });
  }

  /** Up and down go from message to message, Enter or the right arrow into the thread. */
  move(event) {
    if (event.target !== this.node && !event.target.classList.contains("message")) return;
    const items = [...this.node.querySelectorAll(":scope > .message")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at < 0 ? items.length - 1 : at + 1, ArrowUp: at < 0 ? items.length - 1 : at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined && items[to]) {
      event.preventDefault();
      items[to].focus();
      items[to].scrollIntoView({ block: "nearest" });
    } else if ((event.key === "Enter" || event.key === "ArrowRight") && at >= 0) {
      event.preventDefault();
      items[at].querySelector(".replies, .tools button[title='Reply in thread']")?.click();
    }
  }
}

/** The same person within five minutes. */
function follows(before, message) {
  const same = before.user === message.user && before.username === message.username && Boolean(before.is_ephemeral) === Boolean(message.is_ephemeral);
  return same && !message.is_ephemeral && !message.subtype && !before.reply_count && Number(message.ts) - Number(before.ts) < 300;
}
