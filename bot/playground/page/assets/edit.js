// A message of one's own in a box to write in, in its place; and how it is deleted.

import { confirmed, notice } from "./dialogs.js";
import { h } from "./dom.js";
import { act } from "./feed.js";
import { state } from "./store.js";
import { failure, tried } from "./surface.js";
import { tooLong, typed, written } from "./written.js";

const open = new Map(); // place -> its box and what it stands for

const placeOf = (message, inThread) => `${inThread ? ".thread" : ".main"} .message[data-ts="${message.ts}"]`;

export const mayEdit = (message) => message.user === state.me && !message.bot_id && !message.is_ephemeral;

/** What stands in a message: what it says, or the box in which it is being changed. */
export function inPlace(message, inThread, shown) {
  const editor = open.get(placeOf(message, inThread));
  if (editor) editor.shown = shown;
  return editor?.box ?? shown;
}

/** Opens the box where the message stands; afterwards the focus is `back`, or else on the message. */
export function edit(message, channel, inThread, back) {
  const place = placeOf(message, inThread);
  if (open.has(place)) return open.get(place).field.focus();
  const shown = document.querySelector(`${place} .content`);
  const trouble = h("p", { class: "field-error", role: "status" });
  const field = h("textarea", { class: "field", rows: "2", "aria-label": "Edit message", data: { focus: `edit/${message.ts}` } });
  field.value = typed(message.text ?? "");
  const close = () => {
    editor.box.replaceWith(editor.shown);
    open.delete(place);
    (back ?? document.querySelector(place))?.focus();
  };
  const save = async () => !tooLong(field.value) && (await saved(message, channel, field.value)) && close();
  const button = (label, kind, does) => h("button", { type: "button", class: `button ${kind}`, data: { focus: `${label}/${message.ts}` }, on: { click: does } }, label);
  const box = h("div", { class: "editor", on: { keydown: (event) => pressed(event, field, save, close) } }, field, trouble, h("div", { class: "actions" }, button("Cancel", "", close), button("Save", "button-primary", save)));
  field.addEventListener("input", () => (trouble.textContent = tooLong(field.value)));
  const editor = { box, field, shown };
  open.set(place, editor);
  shown.replaceWith(box);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

function pressed(event, field, save, close) {
  if (event.isComposing) return;
  if (event.key === "Escape") event.stopPropagation(), close();
  if (event.key === "Enter" && !event.shiftKey && event.target === field) event.preventDefault(), save();
}

/** Whether the box is done with: saved, nothing to save, or the message deleted because nothing was left of it. */
async function saved(message, channel, text) {
  if (text.trim() === typed(message.text ?? "").trim()) return true;
  if (!text.trim() && !message.files?.length) return remove(message, channel);
  try {
    await act("edit", { channel, ts: message.ts, text: written(text.trim()) });
    return true;
  } catch (error) {
    notice(failure(error.message));
    return false;
  }
}

const words = (text) => ({ type: "plain_text", text });

/** Deletes a message after a question, as Slack's client asks it; whether the person agreed. */
export async function remove(message, channel) {
  const agreed = await confirmed({
    title: words("Delete message"),
    text: words("Are you sure you want to delete this message? This cannot be undone."),
    confirm: words("Delete"),
    deny: words("Cancel"),
    style: "danger",
  });
  if (agreed) await tried("delete", { channel, ts: message.ts });
  return agreed;
}
