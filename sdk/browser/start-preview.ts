import { PREVIEW } from "./preview-name.ts";

/**
 * Whether an author opened this page, or one before it in this tab, by a link of the studio; what they see is loaded.
 * Such a page reports nothing, so the token in its address is told to nobody.
 */
export function startPreview(win: Window, address: string, key: string): boolean {
  let is = win.location.href.includes(PREVIEW);
  try {
    is ||= PREVIEW in win.sessionStorage;
  } catch {
    // A link holds for one page where nothing is kept.
  }
  if (is)
    import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}/sdk/sojourn-preview.js`).then(
      ({ preview }) => preview(win, address, key),
      console.warn,
    );
  return is;
}
