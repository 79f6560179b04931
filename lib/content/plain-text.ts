import { decodeEntities } from "./entities.ts";
import { PREHEADER } from "./mail/snippets.ts";

const SILENT = new Set(["head", "style", "script", "title", "template"]);
const PARAGRAPHS = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "table",
  "blockquote",
  "hr",
  "section",
  "article",
]);
const LINES = new Set(["br", "div", "tr", "li"]);

/** Any other character after `<` makes it a sign of the text. */
const STARTS_TAG = /[a-z/!?]/i;
/** The end of a tag, and values in quotes, in which `>` ends nothing. */
const VALUE_OR_END = /=\s*(?:"[^"]*"|'[^']*')|>/g;

function tagEnd(html: string, open: number): number {
  VALUE_OR_END.lastIndex = open;
  for (let found = VALUE_OR_END.exec(html); found; found = VALUE_OR_END.exec(html))
    if (found[0] === ">") return found.index;
  return -1;
}

/**
 * The text of an HTML email: blocks become paragraphs, links keep their address, the preheader is left out; one pass
 * over the source.
 */
export function plainText(html: string): string {
  const writer = new TextWriter();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open === -1) {
      writer.text(html.slice(at));
      break;
    }
    writer.text(html.slice(at, open));
    if (!STARTS_TAG.test(html.charAt(open + 1))) {
      writer.text("<");
      at = open + 1;
      continue;
    }
    if (html.startsWith(PREHEADER.open, open)) {
      const end = html.indexOf(PREHEADER.close, open);
      if (end === -1) break;
      at = end + PREHEADER.close.length;
      continue;
    }
    const comment = html.startsWith("<!--", open);
    const close = comment ? html.indexOf("-->", open) : tagEnd(html, open);
    if (close === -1) break;
    if (!comment) writer.tag(html.slice(open + 1, close));
    at = close + (comment ? 3 : 1);
  }
  return writer.finish();
}

/** Anything but single spaces. Most text has none of it, and replacing each space of a mail takes longer than its tags. */
const UNTIDY = /[\t\r\n]| {2}/;

class TextWriter {
  #out: string[] = [];
  #silent: string | null = null;
  // Links do not nest: a new one ends the previous one.
  #open: { href: string; from: number } | null = null;

  text(raw: string): void {
    if (this.#silent || raw === "") return;
    this.#out.push(decodeEntities(UNTIDY.test(raw) ? raw.replaceAll(/[ \t\r\n]+/g, " ") : raw));
  }

  tag(source: string): void {
    const closing = source.startsWith("/");
    const name = (/^\/?([a-z][a-z0-9]*)/i.exec(source)?.[1] ?? "").toLowerCase();
    if (this.#silent) {
      if (closing && name === this.#silent) this.#silent = null;
      return;
    }
    if (!closing && SILENT.has(name)) this.#silent = name;
    else if (name === "a") this.#link(closing, source);
    else if (name === "img" && !closing) this.text(attribute(source, "alt"));
    else if (name === "td" && closing) this.#out.push(" ");
    else if (PARAGRAPHS.has(name)) this.#out.push("\n\n");
    else if (LINES.has(name) && !(closing && name === "br")) this.#out.push("\n");
    if (name === "li" && !closing) this.#out.push("- ");
  }

  #link(closing: boolean, source: string): void {
    if (!closing) {
      this.#open = { href: decodeEntities(attribute(source, "href")), from: this.#out.length };
      return;
    }
    const link = this.#open;
    this.#open = null;
    if (!link || link.href === "" || link.href.startsWith("#")) return;
    const label = this.#out.slice(link.from).join("").trim();
    if (label !== link.href) this.#out.push(label === "" ? link.href : ` (${link.href})`);
  }

  finish(): string {
    const lines = this.#out.join("").split("\n");
    const tidy = lines.map((line) => (line.includes("  ") ? line.replaceAll(/ {2,}/g, " ") : line).trim());
    return tidy
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim();
  }
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'>]+)`, "i").exec(tag);
  return match?.[1]?.replaceAll(/^["']|["']$/g, "") ?? "";
}
