import type { Action } from "./view.ts";

const SAFE = /^(?:https?:|mailto:|tel:|[^:]*$|[/?#])/i;

/** Follows a link of content; an address that would run a script leads nowhere. */
export function openLink(win: Window, { url, newTab }: Extract<Action, { type: "link" }>): void {
  if (url === "" || !SAFE.test(url)) return;
  if (newTab) win.open(url, "_blank", "noopener");
  else win.location.assign(url);
}
