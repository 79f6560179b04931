import { PREVIEW } from "../preview-name.ts";

/** Where the author stands in the content that is looked at. */
export const STANDING = `sojourn.at.${PREVIEW}`;

/** The token of this page or of one before it in this tab. It leaves the address, and stays for the next page. */
export function takeToken(win: Window): string {
  const url = new URL(win.location.href);
  const given = url.searchParams.get(PREVIEW);
  if (given !== null) {
    url.searchParams.delete(PREVIEW);
    win.history.replaceState(win.history.state, "", url);
    drop(win, STANDING);
  }
  try {
    if (given) win.sessionStorage.setItem(PREVIEW, given);
    return given ?? win.sessionStorage.getItem(PREVIEW) ?? "";
  } catch {
    return given ?? "";
  }
}

/** The preview is over, in this tab. */
export function dropToken(win: Window): void {
  drop(win, PREVIEW);
  drop(win, STANDING);
}

/** Forgets something of this tab. */
export function drop(win: Window, name: string): void {
  try {
    win.sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept here.
  }
}
