import { liquidParts } from "./liquid-parts.ts";

const CALL = /^\{%-?\s*snippet\s+(?:"([^"]*)"|'([^']*)')\s*-?%\}$/;
const PLACE = /^\{%-?\s*content\s*-?%\}$/;
const DEEPEST = 5;

/** The slugs of the snippets that a source asks for, in order. */
export function snippetsIn(source: string): { slug: string; line: number }[] {
  return liquidParts(source).flatMap(({ kind, text, line }) => {
    const found = kind === "liquid" ? CALL.exec(text) : null;
    return found ? [{ slug: found[1] ?? found[2] ?? "", line }] : [];
  });
}

export type Shared = { readonly html: string; readonly text: string };

/** Replaces `{% snippet "slug" %}` by the snippet, also inside of snippets; errors name the line in the source. */
export function insertSnippets(
  source: string,
  part: keyof Shared,
  snippets: ReadonlyMap<string, Shared>,
): { text: string; errors: { message: string; line: number }[] } {
  const errors: { message: string; line: number }[] = [];
  const insert = (text: string, above: readonly string[], outer: number | null): string =>
    liquidParts(text)
      .map((piece) => {
        const found = piece.kind === "liquid" ? CALL.exec(piece.text) : null;
        if (!found) return piece.text;
        const slug = found[1] ?? found[2] ?? "";
        const line = outer ?? piece.line;
        const snippet = snippets.get(slug);
        if (!snippet) errors.push({ message: `There is no snippet “${slug}”`, line });
        else if (above.includes(slug)) errors.push({ message: `The snippet “${slug}” contains itself`, line });
        else if (above.length >= DEEPEST) errors.push({ message: `Snippets stand ${DEEPEST} deep at most`, line });
        else return insert(snippet[part], [...above, slug], line);
        return "";
      })
      .join("");
  return { text: insert(source, [], null), errors };
}

/** Whether a layout has a place for the mail. */
export const hasContentPlace = (layout: string): boolean =>
  liquidParts(layout).some(({ kind, text }) => kind === "liquid" && PLACE.test(text));

/** Puts a mail into the place of its layout. */
export function fillLayout(layout: string, content: string): string {
  return liquidParts(layout)
    .map(({ kind, text }) => (kind === "liquid" && PLACE.test(text) ? content : text))
    .join("");
}

const BODY = /<body[^>]*>([\s\S]*)<\/body>/i;
const STYLES = /<style[\s\S]*?<\/style>/gi;

/** A mail in its layout. Of a whole document, its styles and its body are taken. */
export function inLayout(layout: string, html: string): string {
  const body = BODY.exec(html)?.[1];
  if (body === undefined) return fillLayout(layout, html);
  const head = html.slice(0, html.search(/<body/i));
  const styles = (head.match(STYLES) ?? []).join("\n");
  const filled = fillLayout(layout, body);
  return /<\/head>/i.test(filled) ? filled.replace(/<\/head>/i, (end) => `${styles}\n${end}`) : `${styles}\n${filled}`;
}

const HIDDEN = "display:none;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all";

/** The comment around it lets the text part leave it out. */
export const PREHEADER = { open: "<!--preheader-->", close: "<!--/preheader-->" } as const;

/** The preheader, hidden, first in the body; the blanks keep other text out of the inbox's line. */
export function withPreheader(html: string, preheader: string): string {
  if (preheader.trim() === "") return html;
  const blanks = "&#847;&zwnj;&nbsp;".repeat(40);
  const hidden = `${PREHEADER.open}<div style="${HIDDEN}">${preheader}${blanks}</div>${PREHEADER.close}`;
  const body = /<body[^>]*>/i.exec(html);
  if (!body) return `${hidden}${html}`;
  const at = body.index + body[0].length;
  return `${html.slice(0, at)}${hidden}${html.slice(at)}`;
}

/** A source without the tags that are replaced when a mail is made, on the same lines. */
export const withoutOwnTags = (source: string): string =>
  liquidParts(source)
    .map(({ kind, text }) => (kind === "liquid" && (CALL.test(text) || PLACE.test(text)) ? "" : text))
    .join("");
