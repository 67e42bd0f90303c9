// rich_text: sections, lists, quotes and code, and what stands in them.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { date, link, mention } from "./text.js";

/** A rich_text block. Neighbouring lists nest by their indent. */
export function richText(block) {
  const nodes = [];
  const parts = [...(block.elements ?? [])];
  while (parts.length) {
    if (parts[0].type !== "rich_text_list") nodes.push(part(parts.shift()));
    else nodes.push(nested(parts, parts[0].indent ?? 0));
  }
  return nodes;
}

/** A list with the deeper ones that follow it inside its last item. */
function nested(parts, indent) {
  const first = parts.shift();
  const node = listOf(first);
  while (parts[0]?.type === "rich_text_list") {
    const deeper = parts[0].indent ?? 0;
    if (deeper > indent) node.lastElementChild.append(nested(parts, deeper));
    else if (deeper === indent && parts[0].style === first.style) node.append(...items(parts.shift()));
    else break;
  }
  return node;
}

function listOf(list) {
  const ordered = list.style === "ordered";
  const props = { class: `rich-list indent-${(list.indent ?? 0) % 3}${list.border ? " bordered" : ""}` };
  return h(ordered ? "ol" : "ul", ordered && list.offset ? { ...props, start: list.offset + 1 } : props, items(list));
}

const items = (list) => list.elements.map((each) => h("li", {}, inline(each.elements)));

function part(element) {
  switch (element.type) {
    case "rich_text_preformatted":
      return h("pre", {}, h("code", {}, inline(element.elements)));
    case "rich_text_quote":
      return h("blockquote", {}, inline(element.elements));
    default:
      return h("div", { class: "rich-section" }, inline(element.elements ?? []));
  }
}

/** Text, links, names and emoji in a row. */
export function inline(elements) {
  return elements.map((each) => styled(each.style ?? {}, drawn(each)));
}

function drawn(element) {
  switch (element.type) {
    case "text":
      return lines(element.text);
    case "link":
      return [link(element.url, ...lines(element.text || element.url))];
    case "user":
      return [mention("user", element.user_id)];
    case "channel":
      return [mention("channel", element.channel_id)];
    case "usergroup":
      return [mention("group", element.usergroup_id)];
    case "team":
      return [mention("group", element.team_id)];
    case "broadcast":
      return [mention("broadcast", element.range)];
    case "emoji":
      return [h("span", { role: "img", "aria-label": element.name.replaceAll("_", " ") }, emoji(element.name, element.unicode))];
    case "date":
      return [element.url ? link(element.url, when(element)) : when(element)];
    case "color":
      return [swatch(element.value), element.value];
    default:
      return [];
  }
}

const when = (element) => date(String(element.timestamp), element.fallback, element.format);

function swatch(value) {
  const node = h("span", { class: "swatch", "aria-hidden": "true" });
  node.style.setProperty("--swatch", value);
  return node;
}

const lines = (text) => text.split("\n").flatMap((line, n) => (n ? [h("br"), line] : [line]));

const STYLES = { code: "code", bold: "strong", italic: "em", strike: "s", underline: "u", highlight: "mark", client_highlight: "mark" };

function styled(style, nodes) {
  return Object.entries(STYLES).reduce((inner, [name, tag]) => (style[name] ? [h(tag, {}, inner)] : inner), nodes);
}
