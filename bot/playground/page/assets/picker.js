// A box that offers choices while one types: several of them, or those that the app finds.

import { act } from "./feed.js";
import { h, iconButton } from "./dom.js";
import { choices, choose, focusKey } from "./elements.js";

let boxes = 0;

/** multi_*_select and external_select. */
export function combobox(block, item, surface, place) {
  const many = item.type.startsWith("multi_");
  const external = item.type.includes("external");
  const most = many ? (item.max_selected_items ?? Infinity) : 1;
  const known = new Map(choices(item).flatMap((group) => group.options).map((each) => [each.value, each]));
  const learn = (option) => (known.set(option.value, { value: option.value, label: option.text.text, option }), option.value);
  const start = [surface.held(block, item) ?? []].flat();
  let chosen = start.map((each) => (external ? learn(each) : each));
  const label = (value) => known.get(value)?.label ?? value;
  const id = `box-${++boxes}`;
  const list = h("ul", { class: "choices", role: "listbox", id, "aria-label": "Choices", "aria-multiselectable": many ? "true" : undefined, hidden: true });
  const field = h("input", {
    id: place.id, class: "picker-field", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list",
    "aria-label": place.id ? undefined : (item.placeholder?.text ?? "Choose"), "aria-labelledby": place.id ? `${place.id}-label` : undefined, "aria-describedby": place.described || undefined,
    placeholder: item.placeholder?.text ?? (external ? "Type to search" : "Choose"), data: { focus: focusKey(block, item), action: item.action_id },
  });
  const tokens = h("span", { class: "tokens" });
  const node = h("div", { class: "picker" }, tokens, field, list);
  let active = -1;
  let shown = [];

  const drawTokens = () =>
    tokens.replaceChildren(...chosen.map((value) => h("span", { class: "token" }, label(value), iconButton("close", `Remove ${label(value)}`, () => set(chosen.filter((each) => each !== value))))));

  const set = (next) => {
    chosen = next;
    drawTokens();
    const held = external ? chosen.map((each) => known.get(each).option) : chosen;
    const value = many ? held : (held[0] ?? null);
    surface.hold(block, item, value);
    if (surface.dispatches(block)) choose(block, item, surface, value);
  };

  const pick = (value) => {
    if (chosen.includes(value)) set(chosen.filter((each) => each !== value));
    else set(many ? [...chosen, value].slice(-most) : [value]);
    field.value = "";
    if (many) offer();
    else close();
    field.focus();
  };

  const offer = async () => {
    const words = field.value.trim().toLowerCase();
    const found = external ? await suggested(block, item, surface, field.value) : choices(item).flatMap((group) => group.options);
    for (const each of found) known.set(each.value, each);
    shown = external ? found : found.filter((each) => each.label.toLowerCase().includes(words));
    active = Math.min(active, shown.length - 1);
    draw();
  };

  const draw = () => {
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    list.replaceChildren(
      ...(shown.length ? shown : [{ label: "Nothing found", none: true }]).map((each, n) =>
        h("li", { role: "option", id: `${id}-${n}`, class: n === active ? "active" : "", "aria-selected": String(chosen.includes(each.value)), "aria-disabled": each.none ? "true" : undefined, on: { mousedown: (event) => (event.preventDefault(), !each.none && pick(each.value)) } }, each.label),
      ),
    );
    if (active >= 0) field.setAttribute("aria-activedescendant", `${id}-${active}`);
    else field.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  field.addEventListener("focus", offer);
  field.addEventListener("click", offer);
  field.addEventListener("input", () => ((active = 0), offer()));
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Backspace" && !field.value && chosen.length) return set(chosen.slice(0, -1));
    if (event.key === "Escape" && !list.hidden) return event.stopPropagation(), event.preventDefault(), close();
    if (event.key === "Enter") return event.preventDefault(), active >= 0 && shown[active] && pick(shown[active].value);
    if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    if (list.hidden) return offer();
    active = (active + (event.key === "ArrowDown" ? 1 : shown.length - 1) + (active < 0 && event.key === "ArrowUp" ? 1 : 0)) % Math.max(1, shown.length);
    draw();
  });
  drawTokens();
  return node;
}

/** What the app offers for what was typed. */
async function suggested(block, item, surface, value) {
  if (value.length < (item.min_query_length ?? 3)) return [];
  try {
    const answer = await act("suggest", { where: surface.where, action_id: item.action_id, block_id: block.block_id, value });
    return answer.map((option) => ({ value: option.value, label: option.text.text, option }));
  } catch {
    return [];
  }
}
