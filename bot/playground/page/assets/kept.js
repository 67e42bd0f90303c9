// What this window keeps over a reload: drafts, the modals it opened, what was filled in there.

/** A value by its key; with a second argument it is kept, and with null forgotten. */
export function kept(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else if (value !== undefined) sessionStorage.setItem(key, JSON.stringify(value));
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** Forgets what was kept of modals when the local Slack is another than before: its ids begin anew. */
export function keptSince(since) {
  if (kept("since") === since) return;
  for (const key of keys()) if (key.startsWith("view/")) kept(key, null);
  kept("triggers", []);
  kept("since", since);
}

function keys() {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}
