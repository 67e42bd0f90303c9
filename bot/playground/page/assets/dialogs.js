// Questions that stand before everything else.

import { h } from "./dom.js";
import { textObject } from "./text.js";

/** Asks a `confirm` object; true when the person agrees. */
export function confirmed(question) {
  const dialog = h(
    "dialog",
    { class: "dialog small-dialog", "aria-label": question.title.text },
    h("h2", {}, textObject(question.title)),
    h("div", { class: "dialog-body" }, textObject(question.text)),
    h("div", { class: "dialog-foot" }, deny(question), agree(question)),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    }),
  );
}

const deny = (question) => h("button", { type: "button", class: "button", on: { click: (event) => event.currentTarget.closest("dialog").close("no") } }, textObject(question.deny));

const agree = (question) =>
  h("button", { type: "button", class: `button button-${question.style ?? "primary"}`, autofocus: true, on: { click: (event) => event.currentTarget.closest("dialog").close("yes") } }, textObject(question.confirm));

/** Puts a text on the clipboard, and says so; where the browser does not let us, shows it to copy by hand. */
export async function copied(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    notice(said, "status");
  } catch {
    notice(["Copy it from here: ", h("code", {}, text)]);
  }
}

/** Something went well: what did not work before stands in the way no more. */
export function forgiven() {
  document.querySelector(".notice[role=alert]")?.remove();
}

/** A line that comes and goes: what did not work, or as a "status" what did. */
export function notice(text, role = "alert") {
  document.querySelector(".notice")?.remove();
  const node = h("div", { class: "notice", role }, text);
  (document.querySelector("dialog[open]") ?? document.body).append(node);
  setTimeout(() => node.remove(), 6000);
}
