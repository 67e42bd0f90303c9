// The panel: what went between Slack and the app, beside what the model was asked and answered.

import { fill, h, iconButton, keepingFocus } from "./dom.js";
import { copyButton, tree } from "./json.js";
import { state } from "./store.js";

const WAYS = [
  ["all", "All"],
  ["delivery", "To the app"],
  ["call", "From the app"],
];

/** What stands in the model's half while nothing was heard of it. */
const UNHEARD = {
  heard: "Nothing asked yet.",
  elsewhere: "The bot is another process here, so what it asks a model is not heard. A playground that claims-bot demo starts shows it.",
  none: "No model is set: the offline reader reads by rules and asks nobody. Start with OPENAI_API_KEY=…, or OPENAI_BASE_URL=… for a server of your own, to see here what it is asked and answers.",
};

/** The panel; it is drawn while it is open. */
export function wirePanel(closed) {
  let way = "all";
  const open = new Set();
  const filters = h("div", { class: "filters", role: "group", "aria-label": "Which" });
  const list = h("ol", { class: "wire-list", "aria-label": "Wire" });
  const model = h("ol", { class: "wire-list", "aria-label": "Model" });
  const modelHead = h("span", { class: "small" });
  const node = h(
    "section",
    { class: "wire", id: "wire", "aria-label": "On the wire", hidden: true },
    h("div", { class: "wire-half" }, h("header", {}, h("h2", {}, "Slack and the app"), filters, iconButton("trash", "Empty the panel", () => ((state.wire = []), (state.model = []), redraw())), iconButton("close", "Close the panel", closed, { class: "icon-button only-stacked" })), list),
    h("div", { class: "wire-half" }, h("header", {}, h("h2", {}, "The model"), modelHead, iconButton("close", "Close the panel", closed, { class: "icon-button end only-beside" })), model),
  );
  node.addEventListener("keydown", (event) => event.key === "Escape" && closed());

  function redraw() {
    if (node.hidden) return;
    keepingFocus(filters, () => fill(filters, WAYS.map(([id, label]) => h("button", { type: "button", class: "filter", "aria-pressed": String(way === id), data: { focus: id }, on: { click: () => ((way = id), redraw()) } }, label))));
    const shown = state.wire.filter((each) => way === "all" || each.way === way);
    draw(list, shown, wireEntry, "Nothing yet. Paste a link.");
    modelHead.textContent = state.reader.name;
    draw(model, state.model, modelEntry, UNHEARD[state.reader.model]);
  }

  /** Keeps entries that did not change, and the end in sight. */
  function draw(place, entries, entry, empty) {
    const atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 60;
    const known = new Map([...place.children].map((each) => [each.dataset.id, each]));
    const items = entries.map((each) => {
      const signature = `${each.took}${each.ok}${each.done}${each.answer?.length ?? ""}${each.problems?.length ?? ""}`;
      const old = known.get(each.id);
      const unfolded = old?.querySelector(":scope > details")?.open; // a click is told of only later, as "toggle"
      if (unfolded !== undefined) open[unfolded ? "add" : "delete"](each.id);
      return old?.dataset.signature === signature ? old : h("li", { data: { id: each.id, signature } }, entry(each, open));
    });
    keepingFocus(place, () => fill(place, items.length ? items : h("li", { class: "empty" }, empty)));
    place.tabIndex = items.length ? -1 : 0; // scrolled by keys, too, where nothing in it takes the focus
    if (atEnd) place.scrollTop = place.scrollHeight;
  }

  return { node, redraw };
}

const took = (entry) => (entry.took === null || entry.took === undefined ? "…" : entry.took < 10 ? `${Math.max(1, Math.round(entry.took * 1000))} ms` : `${entry.took.toFixed(1)} s`);

const at = (entry) => new Date(entry.at * 1000).toLocaleTimeString("en-GB", { hour12: false });

/** A line that unfolds into what was sent and answered, drawn only then. */
function unfolding(entry, open, line, inside) {
  const place = h("div", { class: "wire-inside" });
  const toggle = (event) => {
    if (event.target !== node) return;
    open[node.open ? "add" : "delete"](entry.id);
    fill(place, node.open && inside());
  };
  const node = h("details", { on: { toggle }, open: open.has(entry.id) }, h("summary", { data: { focus: entry.id } }, line), place);
  if (node.open) fill(place, inside());
  return node;
}

function wireEntry(entry, open) {
  const arrow = entry.way === "call" ? "←" : "→";
  const says = entry.way === "call" ? "the app calls" : "Slack tells the app";
  const line = [
    h("span", { class: `way way-${entry.way}`, title: says }, h("span", { "aria-hidden": "true" }, arrow), h("span", { class: "unseen" }, says)),
    h("span", { class: "wire-name" }, name(entry)),
    entry.attempt ? h("span", { class: "badge" }, `attempt ${entry.attempt + 1}`) : null,
    !entry.ok && h("span", { class: "badge badge-bad" }, entry.error ?? String(entry.status)),
    h("span", { class: "small end" }, `${at(entry)} · ${entry.way === "call" ? took(entry) : entry.took === null ? (entry.done ? "no ack" : "…") : `ack ${took(entry)}`}`),
  ];
  return unfolding(entry, open, line, () => [
    part(entry.way === "call" ? "Arguments" : "Payload", entry.sent, entry.sent?.blocks ? 3 : 2),
    entry.answer && part(entry.way === "call" ? "Answer" : "Ack", entry.answer, 1),
  ]);
}

function name(entry) {
  const { sent = {} } = entry;
  const inner = sent.event?.subtype ?? sent.command ?? sent.actions?.[0]?.action_id ?? sent.view?.callback_id ?? sent.callback_id;
  return [entry.name, inner && h("span", { class: "small" }, ` ${inner}`)];
}

function part(title, value, depth) {
  return h("div", { class: "wire-part" }, h("h3", {}, title, copyButton(value)), tree(value, depth));
}

function modelEntry(entry, open) {
  const { request = {}, answer, error, words, problems = [] } = entry;
  const line = [
    h("span", { class: "wire-name" }, entry.model || request.model),
    h("span", { class: "small" }, entry.usage ? `${entry.usage.input} → ${entry.usage.output} tokens` : ""),
    error && h("span", { class: "badge badge-bad" }, error),
    problems.length > 0 && h("span", { class: "badge badge-bad" }, "did not pass the checks"),
    h("span", { class: "small end" }, `${at(entry)} · ${took(entry)}`),
  ];
  const { messages = [], ...rest } = request;
  return unfolding(entry, open, line, () => [
    messages.map((each) => h("div", { class: "wire-part" }, h("h3", {}, each.role), h("pre", { tabindex: "0" }, typeof each.content === "string" ? each.content : JSON.stringify(each.content, null, 2)))),
    part("Request, less its messages", rest, 1),
    problems.length > 0 && h("div", { class: "wire-part" }, h("h3", {}, "Why it was not taken as it is"), h("ul", { class: "wire-problems" }, problems.map((each) => h("li", {}, each)))),
    answer || !words ? h("div", { class: "wire-part" }, h("h3", {}, "Answer"), answered(entry)) : null,
    error && h("div", { class: "wire-part" }, h("h3", {}, "What went wrong"), h("p", { class: "small" }, error)),
    words && h("div", { class: "wire-part" }, h("h3", {}, "What the server said"), asJson(words)),
  ]);
}

function answered({ answer, took, error }) {
  if (answer) return asJson(answer);
  return h("p", { class: "small" }, took === null ? "Nothing yet." : error ? "None." : "Nothing.");
}

/** A text as a tree where it is JSON, else as it is. */
function asJson(answer) {
  try {
    return tree(JSON.parse(answer), 3);
  } catch {
    return h("pre", { tabindex: "0" }, answer);
  }
}

/** Shows one value in a dialog. */
export function showJson(title, value) {
  const close = () => dialog.close();
  const dialog = h("dialog", { class: "dialog", "aria-label": title }, h("header", { class: "dialog-head" }, h("h2", {}, title), copyButton(value), iconButton("close", "Close", close, { class: "icon-button end" })), h("div", { class: "dialog-body", tabindex: "0" }, tree(value, 3)));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
