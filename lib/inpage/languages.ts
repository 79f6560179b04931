import * as z from "zod";
import { LanguageTag, type LocalText } from "./texts.ts";

/** The language of texts that are written once, and which language stands in for another. */
export const Languages = z.strictObject({
  default: LanguageTag,
  fallback: z.record(LanguageTag, LanguageTag).optional(),
});
export type Languages = z.infer<typeof Languages>;

const ENGLISH: Languages = { default: "en" };
/** A chain longer than this goes in a circle. */
const LONGEST_CHAIN = 10;

/** The languages to try for somebody who asks for these, the best first; it ends with the document's own. */
export function languageChain(asked: readonly string[], languages: Languages = ENGLISH): string[] {
  const chain = new Set<string>();
  for (const tag of asked) {
    for (let at: string | undefined = tag, n = 0; at !== undefined && n < LONGEST_CHAIN; n++) {
      chain.add(at.toLowerCase());
      at = fallbackOf(at, languages);
    }
  }
  chain.add(languages.default.toLowerCase());
  return [...chain];
}

/** What the document says, else the same language without its last part: `pt-BR` falls back to `pt`. */
function fallbackOf(tag: string, { fallback = {} }: Languages): string | undefined {
  const said = Object.entries(fallback).find(([from]) => from.toLowerCase() === tag.toLowerCase())?.[1];
  const cut = tag.lastIndexOf("-");
  return said ?? (cut > 0 ? tag.slice(0, cut) : undefined);
}

/** The text in the first language of the chain in which something is written, else in its first one. */
export function chooseText(text: LocalText, chain: readonly string[]): { text: string; language: string | null } {
  if (typeof text === "string") return { text, language: null };
  const written = Object.entries(text).filter(([, source]) => source.trim() !== "");
  for (const language of chain) {
    const found = written.find(([tag]) => tag.toLowerCase() === language);
    if (found) return { text: found[1], language: found[0] };
  }
  const [first] = written;
  return { text: first?.[1] ?? "", language: first?.[0] ?? null };
}

const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** Whether a language is written from right to left. */
export const isRightToLeft = (language: string): boolean =>
  RIGHT_TO_LEFT.has(language.split("-")[0]?.toLowerCase() ?? "") || /-(arab|hebr|thaa)\b/i.test(language);

/** The languages that a person chose, as their traits say. */
export const languagesOf = ({ language, locale }: Readonly<Record<string, unknown>>): string[] =>
  [language, locale].filter((tag) => typeof tag === "string").map((tag) => tag.replaceAll("_", "-"));
