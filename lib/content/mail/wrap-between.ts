import { CARRIED } from "./carry.ts";

/** Components whose content MJML takes as it is. */
const TAKES_ALL = new Set([
  "mj-text",
  "mj-button",
  "mj-raw",
  "mj-table",
  "mj-style",
  "mj-title",
  "mj-preview",
  "mj-navbar-link",
  "mj-social-element",
  "mj-accordion-title",
  "mj-accordion-text",
]);

const TAG = /<!--[\s\S]*?-->|<(\/?)(mj[a-z-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/** Carried pieces that stand between components, each in an `mj-raw` of its own. */
export function wrapBetween(source: string): string {
  const open: string[] = [];
  const out: string[] = [];
  let from = 0;
  const between = (text: string) => {
    const inside = open.at(-1);
    const isText = inside === undefined || inside === "mjml" || open.some((name) => TAKES_ALL.has(name));
    out.push(isText ? text : text.replaceAll(CARRIED, (word) => `<mj-raw>${word}</mj-raw>`));
  };
  for (const found of source.matchAll(TAG)) {
    between(source.slice(from, found.index));
    out.push(found[0]);
    from = found.index + found[0].length;
    const name = found[2]?.toLowerCase();
    if (name === undefined || found[3]?.endsWith("/")) continue;
    if (found[1] !== "/") open.push(name);
    else if (open.at(-1) === name) open.pop();
  }
  between(source.slice(from));
  return out.join("");
}
