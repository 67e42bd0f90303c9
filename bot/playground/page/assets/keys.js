// What the keyboard does here, and where that is told.

import { h, iconButton } from "./dom.js";

const KEYS = [
  ["F6, Shift + F6", "To the next part of the page, or back: channels, messages, the box to write in, thread, panel"],
  ["↑ ↓ Home End", "From message to message"],
  ["Enter or →, on a message", "Into its thread"],
  ["Tab, on a message", "To its buttons, links and menus"],
  ["↑, in an empty box", "Edit your last message"],
  ["A letter, on a message", "Into the box below it"],
  ["Enter, Shift + Enter", "Send; a new line"],
  ["@ and /", "Mention somebody; run a command"],
  ["Esc", "Close what is open: a menu, a window, an edit, the thread, the panel"],
  ["Ctrl + /", "This list"],
];

/** Shows the list. */
export function showKeys() {
  if (document.querySelector("dialog[open]")) return;
  const close = iconButton("close", "Close", () => dialog.close(), { class: "icon-button end" });
  const dialog = h(
    "dialog",
    { class: "dialog keys", "aria-labelledby": "keys-title" },
    h("header", { class: "dialog-head" }, h("h2", { id: "keys-title" }, "Keyboard"), close),
    h("dl", { class: "dialog-body", tabindex: "0" }, KEYS.map(([keys, does]) => h("div", {}, h("dt", {}, keys), h("dd", {}, does)))),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const TAKES_LETTERS = "input, textarea, select, dialog, [role=menu], [role=listbox]";

/** The box to write in that belongs to where a character was typed, if nothing there takes it; no link or button needs a letter. */
function boxFor(event) {
  const letter = event.key.length === 1 && event.key !== " " && !(event.ctrlKey || event.metaKey || event.altKey);
  if (!letter || event.defaultPrevented || event.target.closest(TAKES_LETTERS)) return null;
  return event.target.closest(".pane")?.querySelector(".composer textarea");
}

/** From part to part with F6, to this list with Ctrl + /. `regions()` are the parts that can be seen, in order. */
export function listenToKeys(regions) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && (event.ctrlKey || event.metaKey)) event.preventDefault(), showKeys();
    boxFor(event)?.focus(); // which the character then goes into
    if (event.key !== "F6") return;
    event.preventDefault();
    const seen = regions().filter((each) => each?.checkVisibility({ visibilityProperty: true }));
    const at = seen.findIndex((each) => each === document.activeElement || each.contains(document.activeElement));
    seen[(at + (event.shiftKey ? seen.length - 1 : 1)) % seen.length]?.focus();
  });
}
