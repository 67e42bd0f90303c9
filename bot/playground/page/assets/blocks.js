// Block Kit as it looks in a message, a modal or on App Home.
//
// A `surface` is where the blocks stand: `act(block, element, choice)` sends what a person did there, `held(block, element)`
// and `hold(block, element, value)` keep what inputs hold, `errors` are what the app said of them.

import { h, icon } from "./dom.js";
import { element, isInteractive } from "./elements.js";
import { markdown } from "./markdown.js";
import { richText } from "./richtext.js";
import { link, plain, textObject } from "./text.js";

/** The blocks, top to bottom. */
export function blocks(list, surface) {
  return (list ?? []).map((block) => h("div", { class: `block block-${block.type}`, data: { block: block.block_id ?? "" } }, draw(block, surface)));
}

function draw(block, surface) {
  return (DRAWN[block.type] ?? unknown)(block, surface);
}

const unknown = (block) => [h("p", { class: "small" }, `A block of type ${block.type}, which this page cannot draw.`)];

const DRAWN = {
  header: (block) => [h("h3", {}, textObject(block.text))],
  divider: () => [h("hr")],
  section,
  context: (block) => [h("div", { class: "context" }, block.elements.map((each) => (each.type === "image" ? picture(each, "context-image") : h("span", {}, textObject(each)))))],
  actions: (block, surface) => [h("div", { class: "actions" }, block.elements.map((each) => element(block, each, surface)))],
  context_actions: (block, surface) => [h("div", { class: "context-actions" }, block.elements.map((each) => element(block, each, surface)))],
  markdown: (block) => [h("div", { class: "markdown" }, markdown(block.text))],
  rich_text: (block) => richText(block),
  table,
  image: (block) => [h("figure", {}, block.title && h("figcaption", {}, textObject(block.title)), picture(block, "block-picture"))],
  input,
  alert: (block) => [h("div", { class: `alert alert-${block.level ?? "default"}`, role: block.level === "error" ? "alert" : "note" }, textObject(block.text))],
  container,
  card,
  carousel: (block, surface) => [h("div", { class: "carousel", tabindex: "0", role: "region", "aria-label": "Cards" }, block.elements.map((each) => card(each, surface)))],
  task_card: (block) => [task(block)],
  plan: (block) => [h("div", { class: "plan" }, h("strong", {}, block.title), (block.tasks ?? []).map(task))],
  video: (block) => [
    h("figure", { class: "video" }, h("figcaption", {}, block.title_url ? link(block.title_url, ...textObject(block.title)) : textObject(block.title)), link(block.video_url, `Watch: ${block.alt_text}`), h("p", { class: "small" }, textObject(block.description))),
  ],
  file: (block) => [h("p", { class: "small" }, `A remote file: ${block.external_id}`)],
};

function section(block, surface) {
  const fields = block.fields && h("div", { class: "fields" }, block.fields.map((each) => h("div", {}, textObject(each))));
  const body = h("div", { class: "section-text" }, textObject(block.text), fields);
  const beside = block.accessory && h("div", { class: "accessory" }, isInteractive(block.accessory) ? element(block, block.accessory, surface) : picture(block.accessory, "accessory-image"));
  return [h("div", { class: "section" }, body, beside)];
}

/** This page loads nothing from elsewhere: a picture of the workspace is shown, any other named. */
function picture(image, kind) {
  const url = image.image_url ?? image.slack_file?.url ?? "";
  if (url.startsWith(`${location.origin}/`)) return h("img", { class: kind, src: url, alt: image.alt_text });
  return h("span", { class: `${kind} absent`, role: "img", "aria-label": image.alt_text, title: url }, icon("file", 16), h("span", { "aria-hidden": "true" }, image.alt_text));
}

function table(block) {
  const settings = block.column_settings ?? [];
  const cell = (tag, scope) => (each, n) => {
    const { align = "left", is_wrapped: wrapped } = settings[n] ?? {};
    const text = each.type === "rich_text" ? richText(each) : plain(each.text);
    return h(tag, { class: `align-${each.type === "raw_number" && !settings[n]?.align ? "right" : align}${wrapped ? " wrapped" : ""}`, scope }, text);
  };
  const [head, ...rows] = block.rows;
  return [
    h("div", { class: "table", tabindex: "0", role: "region", "aria-label": "Table" },
      h("table", {}, h("thead", {}, h("tr", {}, head.map(cell("th", "col")))), h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell("td"))))))),
  ];
}

let inputs = 0;

function input(block, surface) {
  const id = `input-${++inputs}`;
  const error = surface.errors?.[block.block_id];
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const control = element(block, block.element, surface, { id, described, required: !block.optional, invalid: Boolean(error) });
  const grouped = ["radio_buttons", "checkboxes"].includes(block.element.type) || block.element.type.startsWith("multi_");
  const label = [textObject(block.label), block.optional && h("span", { class: "optional" }, " (optional)")];
  return [
    grouped ? h("span", { class: "label", id: `${id}-label` }, label) : h("label", { class: "label", for: id }, label),
    control,
    error && h("p", { class: "field-error", id: `${id}-error`, role: "alert" }, error),
    block.hint && h("p", { class: "small", id: `${id}-hint` }, textObject(block.hint)),
  ];
}

function container(block, surface) {
  const title = [
    block.icon && picture(block.icon, "context-image"),
    h("span", { class: "container-title" }, block.rich_text_title ? richText(block.rich_text_title) : textObject(block.title)),
    block.subtitle && h("span", { class: "small" }, textObject(block.subtitle)),
  ];
  const inside = h("div", { class: "container-body" }, blocks(block.child_blocks, surface));
  const kind = `container container-${block.width ?? "standard"}${block.has_header_divider ? " divided" : ""}`;
  if (!block.is_collapsible) return [h("div", { class: kind }, h("div", { class: "container-head" }, title), inside)];
  const opened = surface.opened ?? (surface.opened = new Map());
  const open = opened.get(block.block_id) ?? !block.default_collapsed;
  const toggled = (event) => opened.set(block.block_id, event.target.open);
  return [h("details", { class: kind, open, on: { toggle: toggled } }, h("summary", { class: "container-head", data: { focus: `fold/${block.block_id}` } }, title, icon("chevron", 16)), inside)];
}

function card(block, surface) {
  return h(
    "div",
    { class: "card" },
    block.hero_image && picture(block.hero_image, "block-picture"),
    h("div", { class: "card-head" }, block.icon && picture(block.icon, "context-image"), h("div", {}, block.title && h("strong", {}, textObject(block.title)), block.subtitle && h("div", { class: "small" }, textObject(block.subtitle)))),
    block.body && h("div", {}, textObject(block.body)),
    block.actions && h("div", { class: "actions" }, block.actions.map((each) => element(block, each, surface))),
  );
}

const TASKS = { pending: "○", in_progress: "◐", complete: "✓", error: "✕" };

function task(block) {
  return h(
    "div",
    { class: `task-card task-${block.status ?? "pending"}` },
    h("span", { class: "task-mark", role: "img", "aria-label": (block.status ?? "pending").replace("_", " ") }, TASKS[block.status ?? "pending"]),
    h("div", {}, h("strong", {}, block.title), block.details && richText(block.details), block.output && richText(block.output), block.sources && h("div", { class: "small" }, block.sources.map((each) => [link(each.url, each.text), " "]))),
  );
}
