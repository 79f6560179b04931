import type { Utm } from "#mails";
import { unescapeHtml } from "../safe-text.ts";

const HREF = /(<a\b[^>]*?\shref\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;

/** Adds parameters to the links of a rendered mail; those that a link has already stay as they are. */
export function addUtm(html: string, utm: Utm): string {
  const wanted = Object.entries(utm).flatMap(([name, value]) => (value ? [[`utm_${name}`, value] as const] : []));
  if (wanted.length === 0) return html;
  return html.replaceAll(HREF, (whole, before: string, double?: string, single?: string) => {
    const address = unescapeHtml(double ?? single ?? "");
    if (!/^https?:\/\//i.test(address)) return whole;
    const changed = withParameters(address, wanted);
    return changed === address ? whole : `${before}"${changed.replaceAll("&", "&amp;").replaceAll('"', "%22")}"`;
  });
}

function withParameters(address: string, wanted: readonly (readonly [string, string])[]): string {
  const [path = "", ...fragment] = address.split("#");
  const [base = "", ...query] = path.split("?");
  const present = query.join("?");
  const names = new Set(present.split("&").map((part) => part.split("=")[0]));
  const added = wanted
    .filter(([name]) => !names.has(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  if (added.length === 0) return address;
  const parameters = [present, ...added].filter((part) => part !== "").join("&");
  return `${base}?${parameters}${fragment.length === 0 ? "" : `#${fragment.join("#")}`}`;
}
