// The middle of the page: a channel's head, its messages or the app's Home, the samples and the box to write in.

import { blocks } from "./blocks.js";
import { Composer } from "./composer.js";
import { fill, h, icon, iconButton, keepingFocus } from "./dom.js";
import { MessageList } from "./list.js";
import { avatar } from "./message.js";
import { appChannel, channelMessages, channelName, goTo, state, userName } from "./store.js";
import { once, tried, ViewSurface } from "./surface.js";

const isApp = () => Boolean(state.place.channel) && appChannel()?.id === state.place.channel;
const isHome = () => isApp() && state.place.tab === "home";

/** The main part; `openMenu` shows the sidebar where there is no room for it. */
export function channelPane(openSidebar) {
  const head = h("header", { class: "pane-head" });
  const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": "The app" });
  const list = new MessageList({ label: "Messages" });
  const home = h("div", { class: "home", tabindex: "0", id: "home", role: "tabpanel", "aria-label": "Home" });
  const samples = h("div", { class: "samples", role: "group", "aria-label": "Sample articles" });
  const composer = new Composer({
    id: "write",
    name: "Write a message",
    where: () => ({ channel: state.place.channel }),
    label: () => `Message ${isApp() ? "" : "#"}${channelName(state.place.channel)}`,
    sent: () => list.toEnd(),
    up: () => list.editLast(composer.field),
  });
  const foot = h("div", { class: "pane-foot" }, samples, composer.node);
  const node = h("section", { class: "pane main", id: "main" }, head, tabs, list.scroller, home, foot);
  let drawn = null;
  let surface = null;

  function redraw() {
    const { channel } = state.place;
    const found = state.channels.get(channel);
    if (!found) return;
    const name = channelName(channel);
    node.setAttribute("aria-label", isApp() ? name : `#${name}`);
    document.title = `${name} – Playground`;
    keepingFocus(head, () =>
      fill(
        head,
        iconButton("menu", "Channels", openSidebar, { class: "icon-button only-narrow", "aria-controls": "sidebar", data: { focus: "menu" } }),
        h("h2", {}, isApp() ? avatar(state.bot, { small: true }) : icon(found.kind === "group" ? "lock" : "hash", 18), name),
        isApp() ? h("span", { class: "badge" }, "APP") : h("span", { class: "small" }, people(found)),
      ),
    );
    tabs.hidden = !isApp();
    keepingFocus(tabs, () => fill(tabs, isApp() && [tab("home", "Home"), tab("messages", "Messages")]));
    list.scroller.hidden = isHome();
    home.hidden = !isHome();
    foot.hidden = isHome() || found.archived;
    samples.hidden = isHome();
    composer.describe();
    if (!isHome()) list.show(channelMessages(channel), channel, channel, { before: [intro(found)] });
    if (isHome()) showHome();
    drawSamples();
  }

  const people = (found) => `${found.members.length} ${found.members.length === 1 ? "member" : "members"}${found.members.includes(state.bot) ? `, ${userName(state.bot)} among them` : ""}`;

  /** What stands at the beginning of a conversation, for who has never seen one. */
  function intro(found) {
    const bot = userName(state.bot);
    const heard = found.members.includes(state.bot);
    return h(
      "li",
      { class: "intro" },
      isApp() ? avatar(state.bot) : h("span", { class: "intro-icon", "aria-hidden": "true" }, icon(found.kind === "group" ? "lock" : "hash", 26)),
      h("h3", {}, isApp() ? name(found) : `This is the beginning of #${name(found)}`),
      heard
        ? h("ul", {}, h("li", {}, `Paste a link to a news article: ${bot} answers in the thread with what it claims, who says it and who denies it.`), h("li", {}, "Reply in that thread to ask about the article."), state.commands.map((each) => h("li", {}, h("code", {}, each.name), ` runs it where you are; `, h("code", {}, `${each.name} help`), " tells the rest.")))
        : h("p", {}, `${bot} is not in this channel. `, h("button", { type: "button", class: "button", data: { focus: "invite" }, on: { click: () => tried("invite", { channel: found.id }) } }, `Add ${bot}`)),
    );
  }

  const name = (found) => channelName(found.id);

  function tab(id, label) {
    const here = state.place.tab === id;
    const press = (event) => {
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      goTo(state.place.channel, { tab: id === "home" ? "messages" : "home" });
      setTimeout(() => tabs.querySelector("[aria-selected=true]")?.focus());
    };
    return h("button", { type: "button", role: "tab", "aria-selected": String(here), "aria-controls": id === "home" ? "home" : undefined, tabindex: here ? "0" : "-1", data: { focus: `tab/${id}` }, on: { click: () => goTo(state.place.channel, { tab: id }), keydown: press } }, label);
  }

  /** Looking at Home is told to the app, which then may publish it. */
  function showHome() {
    if (drawn === null) {
      drawn = "";
      tried("open_home", {});
    }
    const view = state.home;
    const signature = view ? JSON.stringify(view) : "none";
    if (signature === drawn) return;
    drawn = signature;
    if (view && surface?.where.view_id !== view.id) surface = new ViewSurface(view);
    keepingFocus(home, () => fill(home, h("div", { class: "home-body" }, view ? blocks(view.blocks, surface) : h("p", { class: "empty" }, `${userName(state.bot)} has published no Home yet.`))));
  }

  function leave() {
    if (!isHome()) drawn = null;
  }

  function drawSamples() {
    if (samples.childElementCount || !state.samples.length) return;
    fill(
      samples,
      h("span", { class: "small" }, "Paste a sample:"),
      state.samples.map((each) =>
        h("button", { type: "button", class: "sample", title: `${each.title} (${each.outlet})`, lang: each.language, on: { click: () => paste(each) } }, h("strong", {}, each.title), h("span", { class: "small" }, `${each.outlet} · ${each.language}`)),
      ),
    );
  }

  const paste = (sample) =>
    once(`paste/${sample.url}`, async () => {
      await tried("say", { channel: state.place.channel, text: sample.url });
      list.toEnd();
      if (samples.contains(document.activeElement)) composer.focus(); // so that an Enter out of habit pastes nothing again
    });

  return { node, redraw: () => (leave(), redraw()), composer };
}
