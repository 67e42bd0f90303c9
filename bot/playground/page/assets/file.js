// A file in a message: its name, its beginning, and a way to have it.

import { fill, h, icon } from "./dom.js";
import { notice } from "./dialogs.js";
import { asked } from "./feed.js";
import { failure } from "./surface.js";

const TEXTS = new Set(["csv", "txt", "text", "md", "json", "jsonl", "jsonld", "html"]);

/** A card; what is text can be looked at without a download. */
export function file(each) {
  const preview = h("div", { class: "preview" });
  const address = `/page/files/${each.id}`;
  const look = async (event) => {
    const button = event.currentTarget;
    const open = button.getAttribute("aria-expanded") !== "true";
    try {
      fill(preview, open && drawn(each, await (await asked(`${address}?preview`)).text()));
      button.setAttribute("aria-expanded", String(open));
    } catch (error) {
      notice(failure(error.message));
    }
  };
  return h(
    "div",
    { class: "file" },
    h("div", { class: "file-head" }, h("span", { class: "file-icon" }, icon("file", 22)), h("div", { class: "file-name" }, h("strong", {}, each.title || each.name), h("span", { class: "small" }, `${each.pretty_type ?? ""} · ${size(each.size)}`))),
    h("div", { class: "actions" }, TEXTS.has(each.filetype) && h("button", { type: "button", class: "button", "aria-expanded": "false", data: { focus: `look/${each.id}` }, on: { click: look } }, "Preview"), h("a", { class: "button", href: address, download: each.name, data: { focus: `file/${each.id}` } }, "Download")),
    preview,
  );
}

const size = (bytes) => (bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

function drawn(each, text) {
  if (each.filetype !== "csv") return h("pre", { tabindex: "0" }, h("code", {}, text));
  const [head = [], ...rows] = csv(text).slice(0, 30);
  const whole = rows.filter((cells) => cells.length === head.length); // the last may be cut off
  const alike = head.map((_, n) => n).filter((n) => whole.every((cells) => cells[n] === whole[0][n]));
  const same = new Set(whole.length > 1 && alike.length < head.length ? alike : []);
  const row = (tag) => (cells) => h("tr", {}, cells.flatMap((cell, n) => (same.has(n) ? [] : [h(tag, tag === "th" ? { scope: "col" } : { title: cell }, cell)])));
  return [shared(head, whole[0], same), h("div", { class: "table", tabindex: "0", role: "region", "aria-label": each.name }, h("table", {}, h("thead", {}, row("th")(head)), h("tbody", {}, rows.map(row("td")))))];
}

/** The columns that hold one thing in every row, so that the others have the room. */
function shared(head, cells, same) {
  const filled = [...same].filter((n) => cells[n]);
  return filled.length > 0 && h("p", { class: "small shared" }, "In every row: ", filled.flatMap((n, at) => [at ? " · " : "", h("strong", {}, head[n]), ` ${cells[n]}`]));
}

/** Rows of cells; quotes may hold commas and line ends. */
function csv(text) {
  const rows = [[""]];
  let quoted = false;
  for (const each of text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n")) {
    const row = rows.at(-1);
    if (each === '"') quoted = !quoted;
    else if (each === "," && !quoted) row.push("");
    else if (each === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += each;
  }
  return rows.filter((row) => row.length > 1 || row[0]);
}
