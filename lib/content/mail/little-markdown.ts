import { escapeHtml } from "../safe-text.ts";
import type { Carrier } from "./carry.ts";
import { liquidParts } from "./liquid-parts.ts";

/** A text of a block, escaped, with its Liquid carried. */
export function plainLine(source: string, carrier: Carrier): string {
  return liquidParts(source)
    .map(({ kind, text }) => (kind === "liquid" ? carrier.carry(text) : escapeHtml(text)))
    .join("");
}

/** Paragraphs, lists, `**bold**`, `*italic*` and `[a link](https://…)`; everything else is text, HTML too. */
export function markdownHtml(source: string, carrier: Carrier): string {
  const safe = plainLine(source.replaceAll("\r\n", "\n"), carrier);
  return safe
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ""))
    .filter((paragraph) => paragraph !== "")
    .map(blockOf)
    .join("");
}

function blockOf(paragraph: string): string {
  const lines = paragraph.split("\n");
  if (lines.every((line) => /^\s*[-*] /.test(line))) return list("ul", lines, /^\s*[-*] /);
  if (lines.every((line) => /^\s*\d{1,3}\. /.test(line))) return list("ol", lines, /^\s*\d{1,3}\. /);
  return `<p style="margin:0 0 1em">${lines.map(inline).join("<br/>")}</p>`;
}

function list(tag: "ul" | "ol", lines: readonly string[], marker: RegExp): string {
  const items = lines.map((line) => `<li>${inline(line.replace(marker, ""))}</li>`).join("");
  return `<${tag} style="margin:0 0 1em;padding-left:1.5em">${items}</${tag}>`;
}

function inline(text: string): string {
  return text
    .replaceAll(/\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)/g, (_, label, href) => `<a href="${href}">${label}</a>`)
    .replaceAll(/\*\*([^*\n]{1,2000})\*\*/g, "<strong>$1</strong>")
    .replaceAll(/(^|[\s(>])\*([^*\s][^*\n]{0,2000})\*/g, "$1<em>$2</em>");
}
