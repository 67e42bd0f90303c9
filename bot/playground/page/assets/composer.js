// The box in which people write: text, links, mentions, commands, files.

import { forgiven, notice } from "./dialogs.js";
import { base64, fill, h, iconButton } from "./dom.js";
import { act } from "./feed.js";
import { kept } from "./kept.js";
import { state } from "./store.js";
import { failure } from "./surface.js";
import { tooLong, written } from "./written.js";

const LONG = 200;
let boxes = 0;

/** `where()` is the channel and the thread; `sent(ts)` hears of a message that went out; `up()` of an arrow up in the empty box. */
export class Composer {
  constructor({ id, name, where, label, sent = () => {}, up = () => {}, below = [] }) {
    this.where = where;
    this.label = label;
    this.sent = sent;
    this.up = up;
    this.files = [];
    this.place = null;
    this.waiting = new Map(); // place -> files that are attached there, while the page is open
    this.list = `offers-${++boxes}`;
    this.field = h("textarea", { id, rows: "1", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": this.list, on: { input: () => this.changed(), keydown: (event) => this.key(event), blur: () => this.offer([]), paste: (event) => this.pasted(event) } });
    this.offers = h("ul", { class: "offers", role: "listbox", id: this.list, "aria-label": "Suggestions", hidden: true });
    this.attached = h("div", { class: "attached" });
    this.hint = h("div", { class: "compose-hint", role: "status" });
    this.button = iconButton("send", "Send", () => this.send(), { class: "icon-button send", disabled: true });
    const chooser = h("input", { type: "file", multiple: true, hidden: true, "aria-label": "Files", on: { change: (event) => (this.attach(event.target.files), (event.target.value = "")) } });
    this.node = h(
      "form",
      { class: "composer", "aria-label": name, on: { submit: (event) => (event.preventDefault(), this.send()) } },
      this.offers,
      this.attached,
      this.field,
      h(
        "div",
        { class: "compose-foot" },
        chooser,
        iconButton("plus", "Attach a file", () => chooser.click()),
        iconButton("at", "Mention somebody", () => this.insert("@")),
        iconButton("slash", "Run a command", () => this.insert("/", true)),
        below,
        this.button,
      ),
      this.hint,
    );
    this.describe();
  }

  /** Says where the text will go, and shows the draft of that place. */
  describe() {
    const label = this.label();
    this.field.placeholder = label;
    this.field.setAttribute("aria-label", label);
    const place = this.draftKey();
    if (place === this.place) return;
    if (this.place) this.waiting.set(this.place, this.files);
    this.place = place;
    this.field.value = kept(place) ?? "";
    this.files = this.waiting.get(place) ?? [];
    this.attach([]);
    this.offer([]);
  }

  /** The name under which the draft of a place is kept. */
  draftKey() {
    const { channel, thread_ts: thread = "" } = this.where();
    return channel && `draft/${channel}/${thread}`;
  }

  focus() {
    this.field.focus();
  }

  insert(text, first = false) {
    this.field.value = first ? text + this.field.value : this.field.value + text;
    this.field.focus();
    this.changed();
  }

  changed() {
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${Math.min(this.field.scrollHeight, 240)}px`; // 0 where it is hidden
    const trouble = tooLong(this.field.value);
    this.button.disabled = Boolean(trouble) || (!this.field.value.trim() && !this.files.length);
    fill(this.hint, trouble);
    this.keep();
    this.offer(this.found());
  }

  keep() {
    if (this.place) kept(this.place, this.field.value || null);
  }

  /** A long text without a command: it is read where `/claims` stands before it. */
  pasted(event) {
    const text = event.clipboardData?.getData("text") ?? "";
    const command = state.commands[0];
    if (text.length < LONG || /^https?:\S+$/.test(text) || this.field.value.startsWith("/") || this.where().thread_ts || !command) return;
    setTimeout(() =>
      tooLong(this.field.value) ||
      fill(this.hint, "To have this text read: ", h("button", { type: "button", class: "link", on: { click: () => (this.insert(`${command.name} `, true), fill(this.hint)) } }, `put ${command.name} before it`)),
    );
  }

  found() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    if (/^\/\S*$/.test(before)) return state.commands.filter((each) => each.name.startsWith(before)).map((each) => ({ label: each.name, note: each.hint, put: `${each.name} `, take: before.length }));
    const name = /(?:^|\s)@([\w-]*)$/.exec(before)?.[1];
    if (name === undefined) return [];
    return [...state.users.values()].filter((each) => each.name.startsWith(name) && each.id !== state.me).map((each) => ({ label: `@${each.name}`, note: each.bot ? "app" : "", put: `@${each.name} `, take: name.length + 1 }));
  }

  offer(found) {
    this.offered = found;
    this.at = 0;
    this.offers.hidden = !found.length;
    this.drawOffers();
  }

  drawOffers() {
    fill(
      this.offers,
      this.offered.map((each, n) => h("li", { role: "option", id: `${this.list}-${n}`, "aria-selected": String(n === this.at), on: { mousedown: (event) => (event.preventDefault(), this.accept(n)) } }, h("strong", {}, each.label), " ", h("span", { class: "small" }, each.note))),
    );
    if (this.offered.length) this.field.setAttribute("aria-activedescendant", `${this.list}-${this.at}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  accept(n) {
    const { put, take } = this.offered[n];
    const end = this.field.selectionStart;
    this.field.setRangeText(put, end - take, end, "end");
    this.offer([]);
    this.keep();
    this.button.disabled = false;
  }

  key(event) {
    if (this.offered?.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : this.offered.length - 1)) % this.offered.length;
      return this.drawOffers();
    }
    if (this.offered?.length && event.key === "Escape") return event.stopPropagation(), this.offer([]);
    const exact = this.offered?.length && this.offered[this.at].put.trim() === this.field.value.trim();
    if (this.offered?.length && (event.key === "Tab" || (event.key === "Enter" && !exact))) return event.preventDefault(), this.accept(this.at);
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) event.preventDefault(), this.send();
    if (event.key === "ArrowUp" && !this.field.value && !event.isComposing) event.preventDefault(), this.up();
  }

  async attach(list) {
    for (const each of list) this.files.push({ name: each.name, content: await base64(each) });
    fill(this.attached, this.files.map((each, n) => h("span", { class: "token" }, each.name, iconButton("close", `Remove ${each.name}`, () => (this.files.splice(n, 1), this.attach([]))))));
    this.changed();
  }

  /** Says it, or runs it where it is a command. What was written stays when it did not go out. */
  async send() {
    const text = this.field.value.trim();
    if ((!text && !this.files.length) || tooLong(text)) return;
    const { files, place } = this;
    this.field.value = "";
    this.files = [];
    this.attach([]);
    try {
      await this.go(text, files);
      forgiven();
    } catch (error) {
      this.giveBack(place, text, files);
      notice(failure(error.message));
    }
  }

  /** What did not go out stands in its place again, unless something new is written there. */
  giveBack(place, text, files) {
    if (!kept(place)) kept(place, text);
    this.waiting.set(place, files);
    if (place !== this.place || this.field.value || this.files.length) return;
    this.field.value = text;
    this.files = files;
    this.attach([]);
  }

  async go(text, files) {
    const { channel, thread_ts, ...more } = this.where();
    const command = /^\/\S*/.exec(text)?.[0];
    if (command && !files.length) {
      const outcome = await act("slash", { channel, command, text: text.slice(command.length).trim(), thread_ts });
      if (outcome.error) throw new Error(REFUSALS[outcome.error]?.(command) ?? outcome.error);
      return;
    }
    this.sent(await act("say", { channel, text: written(text), thread_ts, ...more, ...(files.length ? { files } : {}) }));
  }
}

const REFUSALS = {
  not_supported_in_threads: (command) => `${command} is not supported in threads`,
  dispatch_unknown_command: (command) => `${command} is not a command here`,
};
