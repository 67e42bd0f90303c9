// Elements without a template language: nothing on this page is ever parsed as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An element. `props`: attributes; `class`; `on` with listeners; `data` with data attributes; true and false as presence. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (name === "data") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...flat(children));
  return node;
}

function flat(children) {
  return children.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== false);
}

/** Replaces all children. */
export function fill(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

const PATHS = {
  reply: "M4 5.500h12v8H9l-3.5 3v-3H4z",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  close: "M5 5l10 10M15 5L5 15",
  back: "M12 4l-6 6 6 6",
  send: "M3.5 16.500l13-6.5-13-6.500v5l8 1.5-8 1.500z",
  plus: "M10 4v12M4 10h12",
  at: "M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0v1.200c0 1 .6 1.6 1.5 1.600s1.7-.9 1.7-2.800A6.2 6.2 0 1 0 13.2 15.3",
  slash: "M12.5 4l-5 12",
  hash: "M7.5 4l-1.5 12M14 4l-1.5 12M4.5 7.500h12M3.5 12.500h12",
  lock: "M5.5 9h9v7h-9zM7.5 9V6.500a2.5 2.5 0 0 1 5 0V9",
  up: "M7 17H4V9h3m0 8V9l3-6c1.4 0 2 1 2 2.200V8h3.200c1 0 1.7.9 1.5 1.900l-1 5.500c-.2 1-.9 1.6-1.9 1.600z",
  down: "M7 3H4v8h3m0-8v8l3 6c1.4 0 2-1 2-2.200V12h3.200c1 0 1.7-.9 1.5-1.900l-1-5.500C16.5 3.6 15.8 3 14.8 3z",
  trash: "M4 6h12M8 6V4h4v2M6 6l.7 10h6.600L14 6",
  file: "M6 3h5l4 4v10H6zM11 3v4h4",
  eye: "M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  wire: "M3 7h11l-3-3M17 13H6l3 3",
  theme: "M10 3.500a6.5 6.5 0 1 0 6.5 6.500A5 5 0 0 1 10 3.500z",
  menu: "M3.5 6h13M3.5 10h13M3.5 14h13",
  chevron: "M6 8l4 4 4-4",
  copy: "M7 7V3.500h9.500V13H13M3.5 7H13v9.500H3.500z",
  calendar: "M4 5.500h12V16H4zM4 9h12M7 3.500v3M13 3.500v3",
  check: "M4.5 10.500l3.5 3.5 7.5-8",
  home: "M4 9.500L10 4l6 5.500V16h-4v-4H8v4H4z",
  smile: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7 11.500c.6 1.3 1.7 2 3 2s2.4-.7 3-2M7.7 8h.01M12.3 8h.01",
  keyboard: "M2.5 5.500h15v9h-15zM5.5 8.500h.01M8.5 8.500h.01M11.5 8.500h.01M14.5 8.500h.01M6.5 11.500h7",
  edit: "M4 16l.8-3.300L13 4.500l2.5 2.5-8.2 8.200z",
  braces: "M7.5 3.500C5.5 3.5 6.5 9 4 10c2.5 1 1.5 6.5 3.5 6.500M12.5 3.500c2 0 1 5.5 3.5 6.5-2.5 1-1.5 6.5-3.5 6.5",
};

/** A drawing of our own, hidden from screen readers: what carries it has the name. */
export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 20 20", width: size, height: size, "aria-hidden": "true", class: `icon icon-${name}` }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.more);
  svg.append(path);
  return svg;
}

/** A button that shows an icon only. */
export function iconButton(name, label, act, props = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, ...props, on: { click: act } }, icon(name));
}

/** Runs `redraw`, which may replace what has the focus; the element with the same `data-focus` gets it again. */
export function keepingFocus(inside, redraw) {
  const active = document.activeElement;
  const key = active && inside.contains(active) ? active.dataset.focus : undefined;
  redraw();
  if (key !== undefined && !inside.contains(document.activeElement))
    inside.querySelector(`[data-focus="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** The bytes of a file, as JSON can carry them. */
export async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Says something to screen readers. */
export function announce(text) {
  const place = document.getElementById("said");
  place.textContent = "";
  setTimeout(() => (place.textContent = text), 50);
}
