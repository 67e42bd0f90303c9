// A `markdown` block as nodes: the Markdown that Slack takes, and its own `<…>` inside it.

import { h } from "./dom.js";
import { control, link, plain, unescaped } from "./text.js";

const FENCE = /^ {0,3}```(\S*)\s*$/;
const HEADING = /^ {0,3}(#{1,6}) +(.*?)(?: +#+)?\s*$/;
const RULE = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const ITEM = /^( *)([-*+]|\d{1,9}[.)]) +(.*)$/;
const QUOTE = /^ {0,3}(?:>|&gt;) ?/;
const TABLE_RULE = /^ {0,3}\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;

/** The blocks of a text, top to bottom. */
export function markdown(text) {
  const lines = text.split("\n");
  const nodes = [];
  while (lines.length) nodes.push(...take(lines));
  return nodes;
}

/** One block off the top of `lines`. */
function take(lines) {
  const line = lines[0];
  if (!line.trim()) return lines.shift(), [];
  if (FENCE.test(line)) return [fence(lines)];
  const heading = HEADING.exec(line);
  if (heading) return lines.shift(), [h("p", { class: `md-heading md-${heading[1].length}`, role: "heading", "aria-level": String(Math.min(6, heading[1].length + 3)) }, inline(heading[2]))];
  if (RULE.test(line)) return lines.shift(), [h("hr")];
  if (QUOTE.test(line)) return [h("blockquote", {}, markdown(while_(lines, (each) => QUOTE.test(each)).map((each) => each.replace(QUOTE, "")).join("\n")))];
  if (ITEM.test(line)) return [list(lines)];
  if (lines.length > 1 && line.includes("|") && TABLE_RULE.test(lines[1])) return [table(lines)];
  return [h("p", {}, inline(while_(lines, (each, n) => each.trim() && (n === 0 || !starts(each))).join("\n")))];
}

const starts = (line) => [FENCE, HEADING, RULE, QUOTE, ITEM].some((each) => each.test(line));

function while_(lines, holds) {
  const taken = [];
  while (lines.length && holds(lines[0], taken.length)) taken.push(lines.shift());
  return taken;
}

function fence(lines) {
  lines.shift();
  const inside = while_(lines, (each) => !FENCE.test(each));
  lines.shift();
  return h("pre", {}, h("code", {}, unescaped(inside.join("\n"))));
}

function list(lines) {
  const [, indent, marker] = ITEM.exec(lines[0]);
  const ordered = /\d/.test(marker);
  const items = [];
  while (lines.length) {
    const item = ITEM.exec(lines[0]);
    if (!item || item[1].length < indent.length || (item[1].length < indent.length + 2 && /\d/.test(item[2]) !== ordered)) break;
    if (item[1].length >= indent.length + 2 && items.length) items.at(-1).append(list(lines));
    else items.push(entry(lines, item[3]));
  }
  return h(ordered ? "ol" : "ul", ordered ? { start: parseInt(marker, 10) } : {}, items);
}

function entry(lines, first) {
  lines.shift();
  const more = while_(lines, (each) => /^ {2,}\S/.test(each) && !ITEM.test(each)).map((each) => each.trim());
  const task = /^\[([ xX])\] +(.*)$/.exec(first);
  const text = [task ? task[2] : first, ...more].join("\n");
  return h("li", task ? { class: "task" } : {}, task && (task[1] === " " ? "☐ " : "☑ "), inline(text));
}

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((each) => each.trim().replaceAll("\\|", "|"));

function table(lines) {
  const head = cells(lines.shift());
  const aligned = cells(lines.shift()).map((each) => (each.endsWith(":") ? (each.startsWith(":") ? "center" : "right") : "left"));
  const rows = while_(lines, (each) => each.includes("|")).map(cells);
  const cell = (tag) => (text, n) => h(tag, { class: `align-${aligned[n] ?? "left"}`, ...(tag === "th" ? { scope: "col" } : {}) }, inline(text));
  return h(
    "div",
    { class: "table", tabindex: "0", role: "region", "aria-label": "Table" },
    h("table", {}, h("thead", {}, h("tr", {}, head.map(cell("th")))), h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell("td")))))),
  );
}

const INLINE = new RegExp(
  [
    "\\\\(?<escape>[\\\\`*_{}\\[\\]()#+.!~|<>-])",
    "(?<ticks>`+)(?<code>.+?)\\k<ticks>(?!`)",
    "!?\\[(?<label>[^\\]]*)\\]\\((?<target>[^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)(?:\\s+\"[^\"]*\")?\\)",
    "<(?<control>[^<>\\n]+)>",
    "\\*\\*(?=\\S)(?<strong>.+?)(?<=\\S)\\*\\*",
    "(?<![\\w_])__(?=\\S)(?<strong2>.+?)(?<=\\S)__(?!\\w)",
    "\\*(?=\\S)(?<em>[^*]+?)(?<=\\S)\\*",
    "(?<![\\w_])_(?=\\S)(?<em2>[^_]+?)(?<=\\S)_(?!\\w)",
    "~~(?=\\S)(?<strike>.+?)(?<=\\S)~~",
    "(?<url>https?://[^\\s<>|)\\]]+[^\\s<>|.,;:!?'\")\\]*_])",
  ].join("|"),
  "gs",
);

function inline(text) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > at) nodes.push(...plain(text.slice(at, found.index)));
    nodes.push(formatted(found.groups));
    at = found.index + found[0].length;
  }
  if (at < text.length) nodes.push(...plain(text.slice(at)));
  return nodes;
}

function formatted(found) {
  if (found.escape !== undefined) return document.createTextNode(found.escape);
  if (found.code !== undefined) return h("code", {}, unescaped(found.code));
  if (found.label !== undefined) return link(unescaped(found.target), ...inline(found.label || found.target));
  if (found.control !== undefined) return control(found.control);
  if (found.strong ?? found.strong2) return h("strong", {}, inline(found.strong ?? found.strong2));
  if (found.em ?? found.em2) return h("em", {}, inline(found.em ?? found.em2));
  if (found.strike !== undefined) return h("s", {}, inline(found.strike));
  return link(unescaped(found.url));
}
