// The modal on top of the stack that the app opened.

import { blocks } from "./blocks.js";
import { fill, h, iconButton, keepingFocus } from "./dom.js";
import { kept } from "./kept.js";
import { ownModals } from "./store.js";
import { failure, once, tried, ViewSurface } from "./surface.js";
import { textObject } from "./text.js";

export function modalDialog() {
  const title = h("h2", { id: "modal-title" });
  const back = iconButton("back", "Back", () => close(false), { class: "icon-button", data: { focus: "back" } });
  const body = h("div", { class: "dialog-body", tabindex: "0" });
  const foot = h("div", { class: "dialog-foot" });
  const trouble = h("p", { class: "field-error", role: "alert" });
  const form = h("form", { novalidate: true, on: { submit: (event) => (event.preventDefault(), submit()) } }, h("header", { class: "dialog-head" }, back, title, iconButton("close", "Close", () => close(true), { class: "icon-button end" })), body, trouble, foot);
  const node = h("dialog", { class: "dialog modal", "aria-labelledby": "modal-title" }, form);
  node.addEventListener("cancel", (event) => (event.preventDefault(), close(true)));
  const surfaces = new Map();
  let view = null;
  let drawn = "";
  let returnTo = null;

  /** The modal to show: the last of this window's. */
  function top() {
    const own = ownModals();
    return own.findLast((each) => !own.some((other) => other.previous_view_id === each.id)) ?? null;
  }

  /** What was filled in goes with the modal. */
  function forgetClosed() {
    const open = new Set(ownModals().map((each) => each.id));
    for (const [id, { key }] of surfaces)
      if (!open.has(id)) {
        surfaces.delete(id);
        kept(key, null);
      }
  }

  function redraw() {
    const now = top();
    forgetClosed();
    if (!now) {
      view = null;
      drawn = "";
      if (node.open) node.close();
      returnTo?.isConnected && returnTo.focus();
      returnTo = null;
      return;
    }
    const anew = now.id !== view?.id;
    if (!anew && drawn === JSON.stringify(now.blocks) + now.hash) return;
    const turned = !anew && isTurned(view.blocks, now.blocks);
    view = now;
    drawn = JSON.stringify(now.blocks) + now.hash;
    trouble.textContent = "";
    const before = surfaces.get(view.id);
    const surface = new ViewSurface(view);
    if (before) surface.values = before.values;
    surfaces.set(view.id, surface);
    draw();
    if (!node.open) {
      returnTo = document.activeElement;
      node.showModal();
    }
    if (anew) (body.querySelector("[autofocus]") ?? body.querySelector("input, textarea, select") ?? body).focus();
    else if (!node.contains(document.activeElement)) body.focus(); // what was pressed is gone
    if (anew || turned) body.scrollTop = 0;
  }

  function draw() {
    const surface = surfaces.get(view.id);
    fill(title, textObject(view.title));
    back.hidden = !view.previous_view_id;
    keepingFocus(node, () => {
      fill(body, blocks(view.blocks, surface));
      fill(
        foot,
        h("button", { type: "button", class: "button", data: { focus: "close" }, on: { click: () => close(false) } }, view.close ? textObject(view.close) : view.submit ? "Cancel" : "Close"),
        view.submit && h("button", { type: "submit", class: "button button-primary", disabled: view.submit_disabled, data: { focus: "submit" } }, textObject(view.submit)),
      );
    });
  }

  const close = (clear) => view && once("close", () => tried("close_view", { view_id: view.id, clear: clear && Boolean(view.previous_view_id) }));

  async function submit() {
    const surface = surfaces.get(view.id);
    surface.errors = missing(view, surface);
    if (Object.keys(surface.errors).length) return showErrors();
    const button = foot.querySelector("[type=submit]");
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    const shown = view.id;
    const outcome = await tried("submit_view", { view_id: view.id, values: filled(view, surface) });
    button.disabled = false;
    button.removeAttribute("aria-busy");
    if (view?.id !== shown || !outcome) return;
    if (outcome.answer?.response_action === "errors") {
      surface.errors = outcome.answer.errors ?? {};
      showErrors();
    } else if (!outcome.delivered) trouble.textContent = failure(outcome.error);
  }

  function showErrors() {
    draw();
    body.querySelector("[aria-invalid=true], .block-input:has(.field-error) :is(input, select, textarea)")?.focus();
  }

  return { node, redraw };
}

/** Whether a view became another page: most of what it shows is new. */
function isTurned(before, after) {
  const shown = new Set(before.map(content));
  return after.filter((each) => shown.has(content(each))).length < after.length / 2;
}

const content = (block) => JSON.stringify({ ...block, block_id: null });

/** What each input holds, those included that nobody touched. */
function filled(view, surface) {
  const values = structuredClone(surface.values);
  for (const block of inputs(view)) (values[block.block_id] ??= {})[block.element.action_id] ??= surface.held(block, block.element);
  return values;
}

const inputs = (view) => view.blocks.flatMap((each) => [each, ...(each.child_blocks ?? [])]).filter((each) => each.type === "input");

/** What Slack's client finds wrong before it asks the app. */
function missing(view, surface) {
  const errors = {};
  for (const block of inputs(view)) {
    const error = wrong(block, surface.held(block, block.element));
    if (error) errors[block.block_id] = error;
  }
  return errors;
}

function wrong(block, value) {
  const empty = value === null || value === "" || (Array.isArray(value) && !value.length);
  if (empty) return block.optional ? "" : "Please complete this required field.";
  const { type, min_length: least = 0, min_value: low, max_value: high, is_decimal_allowed: decimals } = block.element;
  if (typeof value === "string" && value.length < least) return `Please enter at least ${least} characters.`;
  if (type === "email_text_input" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return "Please enter a valid email address.";
  if (type === "url_text_input" && !/^https?:\/\/\S+$/.test(value)) return "Please enter a valid URL.";
  if (type !== "number_input") return "";
  if (!/^-?\d+(\.\d+)?$/.test(value) || (!decimals && value.includes("."))) return decimals ? "Please enter a number." : "Please enter a whole number.";
  if (low !== undefined && Number(value) < Number(low)) return `Please enter ${low} or more.`;
  return high !== undefined && Number(value) > Number(high) ? `Please enter ${high} or less.` : "";
}
