import { clickToken, isWebAddress, openToken } from "./tokens.ts";

export const CLICK_PATH = "/m/c/";
export const OPEN_PATH = "/m/o/";

export type TrackingOf = {
  readonly secret: string;
  readonly deliveryId: string;
  /** Where links and the pixel lead, without a slash at the end. */
  readonly base: string;
  /** Addresses that stay as they are, by how they begin: unsubscribing must work without us in between. */
  readonly untouched: readonly string[];
  readonly opens: boolean;
  readonly clicks: boolean;
};

const LINK = /<a(?:rea)?\s[^>]*>/gi;
const HREF = /(\shref\s*=\s*)("([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** The HTML of a mail with links that lead over us and a pixel, as far as the person agreed to each. */
export function trackMail(html: string, tracking: TrackingOf): string {
  if (html === "") return html;
  const linked = tracking.clicks ? html.replaceAll(LINK, (tag) => withTrackedLink(tag, tracking)) : html;
  return tracking.opens ? withPixel(linked, tracking) : linked;
}

function withTrackedLink(tag: string, { secret, deliveryId, base, untouched }: TrackingOf): string {
  if (/\sdata-track\s*=\s*["']?(off|false|no)\b/i.test(tag)) return tag;
  return tag.replace(HREF, (whole, start: string, _quoted, ...[double, single, bare]: (string | undefined)[]) => {
    const url = decoded(double ?? single ?? bare ?? "").trim();
    if (!isWebAddress(url) || untouched.some((begin) => url.startsWith(begin))) return whole;
    return `${start}"${base}${CLICK_PATH}${clickToken(secret, { deliveryId, url })}"`;
  });
}

function withPixel(html: string, { secret, deliveryId, base }: TrackingOf): string {
  const src = `${base}${OPEN_PATH}${openToken(secret, deliveryId)}.gif`;
  const pixel = `<img src="${src}" width="1" height="1" alt="" style="display:block;border:0;width:1px;height:1px">`;
  const end = html.search(/<\/body\s*>(?![\s\S]*<\/body\s*>)/i);
  return end === -1 ? html + pixel : html.slice(0, end) + pixel + html.slice(end);
}

/** The same HTML as its author wrote it, so that looking at a sent mail counts nothing. */
export function untrackMail(html: string): string {
  const links = /(["'])https?:\/\/[^"'\s]*\/m\/c\/[\w-]{22}\.[\w-]{22}\.([\w-]+)\1/g;
  return html
    .replaceAll(
      links,
      (_, quote: string, url: string) => quote + encoded(Buffer.from(url, "base64url").toString()) + quote,
    )
    .replaceAll(/<img src="https?:\/\/[^"\s]*\/m\/o\/[\w-]{22}\.[\w-]{22}\.gif"[^>]*>/g, "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
};
const decoded = (text: string): string =>
  text.replaceAll(/&(amp|quot|lt|gt|#39|#x27);/gi, (entity) => ENTITIES[entity.toLowerCase()] ?? entity);
const encoded = (url: string): string =>
  url.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;").replaceAll("<", "&lt;");
