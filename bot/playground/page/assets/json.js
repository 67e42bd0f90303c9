// JSON one can unfold, and copy.

import { copied } from "./dialogs.js";
import { h, iconButton } from "./dom.js";

/** A value as a tree; what lies deeper than `open` levels is folded. */
export function tree(value, open = 2) {
  return h("div", { class: "json" }, branch("", value, open));
}

function branch(name, value, open) {
  const label = name === "" ? [] : [h("span", { class: "json-name" }, name), ": "];
  if (value === null || typeof value !== "object") return h("div", { class: "json-leaf" }, label, leaf(value));
  const entries = Object.entries(value);
  const brief = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length ? brevity(value, entries) : ""}}`;
  if (!entries.length) return h("div", { class: "json-leaf" }, label, h("span", { class: "json-brief" }, brief));
  const inside = h("div", { class: "json-inside" });
  const unfold = () => inside.childElementCount || inside.append(...entries.map(([key, each]) => branch(key, each, open - 1)));
  const node = h("details", { on: { toggle: unfold } }, h("summary", {}, label, h("span", { class: "json-brief" }, brief)), inside);
  if (open > 0) {
    unfold();
    node.open = true;
  }
  return node;
}

const brevity = (value, entries) => (typeof value.type === "string" ? value.type : entries.slice(0, 3).map(([key]) => key).join(", ") + (entries.length > 3 ? ", …" : ""));

const leaf = (value) => h("span", { class: `json-${value === null ? "null" : typeof value}` }, typeof value === "string" ? JSON.stringify(value) : String(value));

/** Copies a value as JSON. */
export function copyButton(value) {
  return iconButton("copy", "Copy the JSON", () => copied(JSON.stringify(value, null, 2), "JSON copied."));
}
