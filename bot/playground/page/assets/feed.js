// The wire of the page: what changes comes over a WebSocket, what the person does goes as a POST.

import { caused, changed, state, take } from "./store.js";

/** Listens for good; after a break it begins anew with everything. */
export function listen() {
  const socket = new WebSocket(`ws://${location.host}/page/feed`);
  socket.addEventListener("message", (event) => {
    if (!state.connected) {
      state.connected = true;
      changed("connection");
    }
    take(JSON.parse(event.data));
  });
  socket.addEventListener("close", () => {
    state.connected = false;
    changed("connection");
    setTimeout(listen, 1000);
  });
}

/** An act of the person: what came of it. Throws an Error whose message is Slack's word for what is wrong. */
export async function act(name, given) {
  const answer = await asked(`/page/acts/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(given),
  });
  const body = await answer.json();
  if (!body.ok) throw new Error(body.error);
  if (body.result?.trigger_id) caused(body.result.trigger_id);
  return body.result;
}

/** The local Slack's answer; an Error "not_connected" where it is not there any more. */
export async function asked(address, how) {
  try {
    return await fetch(address, how);
  } catch {
    throw new Error("not_connected");
  }
}
