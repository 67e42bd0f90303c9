// What people act on: buttons, menus, inputs. A `place` names an input's id and what describes it.

import { confirmed } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { inputElement, TYPED } from "./inputs.js";
import { openMenu } from "./menu.js";
import { combobox } from "./picker.js";
import { channelName, state } from "./store.js";
import { once } from "./surface.js";
import { link, plain, textObject } from "./text.js";

export const isInteractive = (item) => item.type !== "image";

/** An element, ready to be acted on. */
export function element(block, item, surface, place = {}) {
  if (item.type in DRAWN) return DRAWN[item.type](block, item, surface, place);
  if (TYPED.has(item.type)) return inputElement(block, item, surface, place);
  if (item.type.endsWith("_select")) return item.type.startsWith("multi_") || item.type === "external_select" ? combobox(block, item, surface, place) : select(block, item, surface, place);
  return h("span", { class: "small" }, `An element of type ${item.type}, which this page cannot draw.`);
}

/** Names an element for `keepingFocus`. */
export const focusKey = (block, item, more = "") => `${block.block_id}/${item.action_id}${more}`;

/** Sends a choice, after the question that the element asks first; `undo` where the person thinks better of it. */
export async function choose(block, item, surface, choice, undo = () => {}) {
  if (item.confirm && !(await confirmed(item.confirm))) return undo();
  const send = () => surface.act(block, item, choice);
  await (BUTTONS.has(item.type) ? once(JSON.stringify([surface.where, block.block_id, item.action_id, item.value, choice]), send) : send());
}

const BUTTONS = new Set(["button", "workflow_button", "icon_button", "feedback_buttons"]);

const DRAWN = {
  button: (block, item, surface) => button(block, item, surface),
  workflow_button: (block, item, surface) => button(block, item, surface),
  icon_button: (block, item, surface) =>
    !item.visible_to_user_ids || item.visible_to_user_ids.includes(state.me)
      ? h("button", { type: "button", class: "icon-button", title: item.text.text, "aria-label": item.accessibility_label ?? item.text.text, data: { focus: focusKey(block, item) }, on: { click: () => choose(block, item, surface) } }, icon("trash", 18))
      : null,
  feedback_buttons: feedback,
  overflow,
  radio_buttons: (block, item, surface, place) => options(block, item, surface, place, "radio"),
  checkboxes: (block, item, surface, place) => options(block, item, surface, place, "checkbox"),
};

function button(block, item, surface) {
  const props = {
    class: `button${item.style ? ` button-${item.style}` : ""}`,
    "aria-label": item.accessibility_label,
    data: { focus: focusKey(block, item), action: item.action_id },
  };
  const press = () => choose(block, item, surface);
  if (!item.url) return h("button", { type: "button", ...props, on: { click: press } }, textObject(item.text));
  const node = link(item.url, ...textObject(item.text));
  for (const [name, value] of Object.entries({ class: props.class, "aria-label": props["aria-label"] })) if (value) node.setAttribute(name, value);
  node.dataset.focus = props.data.focus;
  node.addEventListener("click", press);
  return node;
}

function feedback(block, item, surface) {
  const voted = surface.votes ?? (surface.votes = new Map());
  const key = focusKey(block, item);
  const side = (way, name) => {
    const { text, accessibility_label: label } = item[`${way}_button`];
    const press = async (event) => {
      voted.set(key, way);
      for (const each of event.currentTarget.parentElement.children) each.setAttribute("aria-pressed", String(each === event.currentTarget));
      await choose(block, item, surface, way);
    };
    return h(
      "button",
      { type: "button", class: "feedback", title: label ?? text.text, "aria-label": label ?? text.text, "aria-pressed": String(voted.get(key) === way), data: { focus: `${key}/${way}` }, on: { click: press } },
      icon(name, 18),
      h("span", {}, plain(text.text)),
    );
  };
  return h("div", { class: "feedback-buttons", role: "group", "aria-label": "Feedback" }, side("positive", "up"), side("negative", "down"));
}

function overflow(block, item, surface) {
  const pick = (option) => choose(block, item, surface, option.value ?? option.text.text);
  const open = (event) =>
    openMenu(
      event.currentTarget,
      item.options.map((each) => ({
        label: textObject(each.text),
        note: each.description && textObject(each.description),
        url: each.url,
        act: () => pick(each),
      })),
    );
  return h("button", { type: "button", class: "button overflow", "aria-label": "More actions", title: "More actions", "aria-haspopup": "menu", "aria-expanded": "false", data: { focus: focusKey(block, item), action: item.action_id }, on: { click: open } }, icon("more"));
}

let groups = 0;

function options(block, item, surface, place, kind) {
  const name = `options-${++groups}`;
  const held = surface.held(block, item);
  const has = (value) => (kind === "radio" ? held === value : (held ?? []).includes(value));
  const change = (event) => {
    const chosen = [...event.currentTarget.querySelectorAll("input:checked")].map((each) => each.value);
    const value = kind === "radio" ? (chosen[0] ?? null) : chosen;
    surface.hold(block, item, value);
    if (surface.dispatches(block)) choose(block, item, surface, value);
  };
  const one = (each, number) =>
    h(
      "label",
      { class: "option" },
      h("input", { type: kind, name, value: each.value, checked: has(each.value), data: { focus: focusKey(block, item, `/${number}`) } }),
      h("span", {}, textObject(each.text), each.description && h("span", { class: "small" }, textObject(each.description))),
    );
  const labelled = place.id ? { "aria-labelledby": `${place.id}-label` } : { "aria-label": item.action_id };
  return h("div", { class: "options", role: kind === "radio" ? "radiogroup" : "group", ...labelled, "aria-describedby": place.described || undefined, on: { change } }, item.options.map(one));
}

/** The choices of a select as `{value, label}`, in groups. */
export function choices(item) {
  const one = (each) => ({ value: each.value, label: each.text.text, note: each.description?.text });
  const users = () => [...state.users.values()].map((each) => ({ value: each.id, label: `@${each.name}` }));
  const channels = () => [...state.channels.values()].filter((each) => each.kind === "channel" || each.kind === "group");
  const named = (list) => list.map((each) => ({ value: each.id, label: each.kind === "im" ? `@${channelName(each.id)}` : `#${each.name}` }));
  if (item.option_groups) return item.option_groups.map((each) => ({ label: each.label.text, options: each.options.map(one) }));
  if (item.options) return [{ options: item.options.map(one) }];
  if (item.type.includes("users")) return [{ options: users() }];
  if (item.type.includes("channels")) return [{ options: named(channels().filter((each) => each.kind === "channel")) }];
  if (item.type.includes("conversations")) return [{ options: named([...state.channels.values()]) }];
  return [{ options: [] }];
}

function select(block, item, surface, place) {
  const held = surface.held(block, item) ?? "";
  const one = (each) => h("option", { value: each.value, selected: each.value === held }, each.label);
  const offered = choices(item);
  const groups = offered.map((each) => (each.label ? h("optgroup", { label: each.label }, each.options.map(one)) : each.options.map(one)));
  const label = item.placeholder?.text ?? "Select an option";
  const name = item.placeholder?.text ?? offered[0]?.options[0]?.label ?? label; // a filter begins with "All of them"
  const change = (event) => {
    const { value } = event.target;
    surface.hold(block, item, value || null);
    if (surface.dispatches(block)) choose(block, item, surface, value, () => (event.target.value = held));
  };
  return h(
    "select",
    { class: "select", id: place.id, "aria-label": place.id ? undefined : name, "aria-describedby": place.described || undefined, "aria-required": place.required ? "true" : undefined, autofocus: item.focus_on_load, data: { focus: focusKey(block, item), action: item.action_id }, on: { change } },
    h("option", { value: "", selected: !held, disabled: place.required ?? true, hidden: Boolean(held) && (place.required ?? true) }, label),
    groups,
  );
}
