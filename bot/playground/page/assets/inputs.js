// Inputs that people type or pick a day in.

import { base64, h } from "./dom.js";
import { act } from "./feed.js";

const KINDS = { email_text_input: "email", url_text_input: "url", number_input: "number", datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

export const TYPED = new Set([...Object.keys(KINDS), "plain_text_input", "rich_text_input", "file_input"]);

/** An input; what it holds goes to the surface with each change. */
export function inputElement(block, item, surface, place) {
  const picks = item.type.endsWith("picker");
  const shown = toField(item, surface.held(block, item));
  const props = {
    id: place.id,
    class: "field",
    placeholder: item.placeholder?.text,
    "aria-label": place.id ? undefined : (item.placeholder?.text ?? item.action_id),
    "aria-describedby": place.described || undefined,
    "aria-required": place.required ? "true" : undefined,
    "aria-invalid": place.invalid ? "true" : undefined,
    autofocus: item.focus_on_load,
    maxlength: item.max_length,
    data: { focus: `${block.block_id}/${item.action_id}`, action: item.action_id },
  };
  const field =
    item.multiline || item.type === "rich_text_input"
      ? h("textarea", { ...props, rows: "4" })
      : h("input", { ...props, type: item.type === "file_input" ? "file" : (KINDS[item.type] ?? "text"), min: item.min_value, max: item.max_value, step: item.is_decimal_allowed ? "any" : undefined, multiple: item.type === "file_input" && (item.max_files ?? 10) > 1, accept: item.filetypes?.map((each) => `.${each}`).join(",") });
  if (item.type !== "file_input") field.value = shown;
  const keep = async () => surface.hold(block, item, item.type === "file_input" ? await uploaded(field) : fromField(item, field));
  const send = () => surface.dispatches(block) && surface.act(block, item, fromField(item, field));
  const { trigger_actions_on: on = ["on_enter_pressed"] } = item.dispatch_action_config ?? {};
  field.addEventListener("input", () => {
    keep();
    if (!picks && on.includes("on_character_entered")) send();
  });
  field.addEventListener("change", () => picks && (keep(), send()));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || picks || field.tagName === "TEXTAREA" || !surface.dispatches(block)) return;
    event.preventDefault();
    if (on.includes("on_enter_pressed")) send();
  });
  return field;
}

const two = (number) => String(number).padStart(2, "0");

function toField(item, value) {
  if (value === null || value === undefined) return "";
  if (item.type === "rich_text_input") return typeof value === "string" ? value : written(value);
  if (item.type !== "datetimepicker") return String(value);
  const when = new Date(value * 1000);
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}T${two(when.getHours())}:${two(when.getMinutes())}`;
}

function fromField(item, field) {
  if (field.value === "") return null;
  if (item.type === "datetimepicker") return Math.round(new Date(field.value).getTime() / 1000);
  if (item.type === "rich_text_input") return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: field.value }] }] };
  return field.value;
}

/** The chosen files as the workspace keeps them. */
const uploaded = (field) => Promise.all([...field.files].map(async (each) => act("upload", { name: each.name, content: await base64(each) })));

/** The characters of a rich_text value. */
function written(value) {
  if (typeof value?.text === "string") return value.text;
  return (value?.elements ?? []).map(written).join(value?.type === "rich_text" ? "\n" : "");
}
