// Where blocks stand: a message, or a view. See blocks.js for what a surface offers.

import { forgiven, notice } from "./dialogs.js";
import { act } from "./feed.js";
import { kept } from "./kept.js";
import { state } from "./store.js";

const WORDS = {
  operation_timeout: () => "The app did not answer within three seconds.",
  dispatch_failed: () => "The app did not take this.",
  not_connected: () => `The playground has stopped. Start it again in a terminal with “${state.start}”; this page then goes on by itself.`,
};

/** What a person reads of a failure. */
export const failure = (error) => WORDS[error]?.() ?? `That did not work: ${error}.`;

/** Runs an act; what goes wrong is shown. The outcome, or null. */
export async function tried(name, given) {
  try {
    const outcome = await act(name, given);
    if (outcome?.error) notice(failure(outcome.error));
    else forgiven();
    return outcome;
  } catch (error) {
    notice(failure(error.message));
    return null;
  }
}

const PAUSE = 500; // milliseconds: the longest between the two halves of a double click
const underWay = new Set();

/** Does something unless the same is under way, or began just now: a double click is one press. */
export async function once(key, doing) {
  if (underWay.has(key)) return;
  underWay.add(key);
  const pause = new Promise((over) => setTimeout(over, PAUSE));
  try {
    await doing();
  } finally {
    pause.then(() => underWay.delete(key));
  }
}

/** What an element held before anybody touched it, as a choice. */
function initial(item) {
  if (item.type.includes("external")) return item.initial_option ?? item.initial_options ?? null; // whole: there is no list to find it in
  if (item.initial_option) return item.initial_option.value;
  if (item.initial_options) return item.initial_options.map((each) => each.value);
  for (const name of ["value", "user", "channel", "conversation", "date", "time", "users", "channels", "conversations", "date_time"])
    if (item[`initial_${name}`] !== undefined) return item[`initial_${name}`];
  return null;
}

/** Keeps what inputs hold, by block and action. */
class Held {
  constructor() {
    this.values = {};
  }
  hold(block, item, value) {
    (this.values[block.block_id] ??= {})[item.action_id] = value;
  }
  held(block, item) {
    return this.values[block.block_id]?.[item.action_id] ?? (this.values[block.block_id] && item.action_id in this.values[block.block_id] ? null : initial(item));
  }
  /** Whether a change is told at once: everywhere but in an input block that does not ask for it. */
  dispatches(block) {
    return block.type !== "input" || Boolean(block.dispatch_action);
  }
}

const messages = new Map();

/** The surface of a message: the same as long as the page is open, so that folds and votes stay. */
export function messageSurface(channel, ts) {
  const key = `${channel}/${ts}`;
  if (!messages.has(key)) messages.set(key, new MessageSurface(channel, ts));
  return messages.get(key);
}

class MessageSurface extends Held {
  constructor(channel, ts) {
    super();
    this.where = { channel, message_ts: ts };
  }
  act(block, item, choice = null) {
    return tried("press", { ...this.where, action_id: item.action_id, block_id: block.block_id, choice });
  }
}

export class ViewSurface extends Held {
  constructor(view) {
    super();
    this.where = { view_id: view.id };
    this.errors = {};
    this.key = `view/${view.id}`;
    this.values = kept(this.key) ?? {};
  }
  hold(block, item, value) {
    super.hold(block, item, value);
    kept(this.key, this.values);
  }
  act(block, item, choice = null) {
    return tried("press_in_view", { ...this.where, action_id: item.action_id, block_id: block.block_id, choice, values: this.values });
  }
}
