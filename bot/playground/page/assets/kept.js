// What this window keeps over a reload: drafts, the modals it opened, what was filled in there.

const here = new Map();

/** A value by its key, null where there is none; with a second argument it is kept, and with null forgotten. */
export function kept(key, value) {
  if (value !== undefined) here.set(key, value);
  else if (!here.has(key)) here.set(key, stored((session) => JSON.parse(session.getItem(key))));
  if (value === null) stored((session) => session.removeItem(key));
  else if (value !== undefined) stored((session) => session.setItem(key, JSON.stringify(value)));
  return here.get(key);
}

/** What `use` makes of the browser's store; null in a browser that keeps nothing, or no more. */
function stored(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

/** Forgets what was kept of modals when the local Slack is another than before: its ids begin anew. */
export function keptSince(since) {
  if (kept("since") === since) return;
  for (const key of stored(Object.keys) ?? []) if (key.startsWith("view/")) kept(key, null);
  kept("triggers", []);
  kept("since", since);
}
