import type { ImportedContent } from "./contract.ts";

/** The most that one part of a message may have. */
const PART_BYTES = 100 * 1024;

const bytesOf = (text: string | null): number => (text === null ? 0 : new TextEncoder().encode(text).length);

/** A message without its parts that are too long, and what is missing in it, as sentences for the report. */
export function checkedContent(content: ImportedContent): {
  readonly content: ImportedContent;
  readonly reasons: readonly string[];
} {
  const reasons: string[] = [];
  const cut = (part: "html" | "text") => {
    if (bytesOf(content[part]) <= PART_BYTES) return content[part];
    reasons.push(`Its ${part === "html" ? "HTML" : "text"} is longer than 100 KB, which is the most, and is left out.`);
    return null;
  };
  return { content: { ...content, name: nameOf(content), html: cut("html"), text: cut("text") }, reasons };
}

const nameOf = ({ name, key }: ImportedContent): string => (name.trim() || key).slice(0, 255);
