// A menu that hangs on a button: arrows, Home, End, Escape, and a click elsewhere.

import { fill, h } from "./dom.js";

let close = () => {};

/** Opens below `anchor`. `entries`: `{label, note, act, url, danger}`; null draws a line. */
export function openMenu(anchor, entries) {
  close();
  const items = entries.map((each) => (each === null ? h("li", { role: "separator" }) : entry(each)));
  const menu = fill(h("ul", { class: "menu", role: "menu", "aria-label": anchor.getAttribute("aria-label") ?? "Menu" }), items);
  anchor.closest("dialog, main, header, nav, section").append(menu);
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  const buttons = [...menu.querySelectorAll("[role=menuitem]")];
  const outside = (event) => !menu.contains(event.target) && event.target !== anchor && end(false);
  const end = (back = true) => {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("resize", end);
    if (back) anchor.focus();
    close = () => {};
  };
  close = end;
  menu.addEventListener("click", (event) => event.target.closest("a") && end());
  menu.addEventListener("keydown", (event) => move(event, buttons, end));
  document.addEventListener("pointerdown", outside, true);
  window.addEventListener("resize", end);
  buttons[0]?.focus();
}

function entry({ label, note, act, url, danger }) {
  const chosen = () => (url || close(), act?.()); // first closed, so that what opens keeps the focus
  const props = { role: "menuitem", tabindex: "-1", class: danger ? "danger" : "", on: { click: chosen } };
  const inside = [h("span", {}, label), note && h("span", { class: "small" }, note)];
  const node = url ? h("a", { ...props, href: url, target: "_blank", rel: "noopener noreferrer" }, inside) : h("button", { ...props, type: "button" }, inside);
  return h("li", { role: "none" }, node);
}

function move(event, buttons, end) {
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    end();
  } else if (to !== undefined) {
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  }
}

/** Below the button where there is room, else above; never outside the window. */
function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + height + 8 < window.innerHeight;
  const fits = at.left + width + 8 < window.innerWidth;
  menu.style.left = `${Math.max(8, fits ? at.left : at.right - width)}px`;
  menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - height - 4)}px`;
}
