import { isObject } from "#values";
import { valueAt, withValue } from "./edit-document.ts";
import { type LocalText, mapTexts, textsOf } from "./texts.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Addresses are the same in all languages unless somebody writes another one. */
const ADDRESSES: ReadonlySet<string> = new Set(["url", "src"]);

/** The language that texts without one are in: the document's own, else that of the workspace. */
export function mainLanguage(document: unknown, ofWorkspace: string | undefined): string {
  const own = valueAt(document, ["languages", "default"]);
  return typeof own === "string" && own !== "" ? own : (ofWorkspace ?? "en");
}

/** The languages in which something of a document is written, the main one first. */
export function writtenLanguages(document: unknown, main: string): string[] {
  const tags = textsOf(document).flatMap(({ text }) => (typeof text === "string" ? [] : Object.keys(text)));
  return [...new Set([main, ...tags])];
}

/** A text in one language as it is written; what is not written there is empty. */
export function readText(text: unknown, language: string, main: string): string {
  if (typeof text === "string") return language === main ? text : "";
  const own = isObject(text) && Object.hasOwn(text, language) ? text[language] : "";
  return typeof own === "string" ? own : "";
}

/** A text with what was written in one language. A document of several languages has its texts by language. */
export function writeText(text: unknown, written: string, language: string, languages: readonly string[]): LocalText {
  const [main = language] = languages;
  if (languages.length < 2 && language === main && !isObject(text)) return written;
  const before: Fields = isObject(text) ? text : typeof text === "string" ? { [main]: text } : {};
  return Object.fromEntries(
    Object.entries({ ...before, [language]: written }).flatMap(([tag, one]) =>
      typeof one === "string" ? [[tag, one]] : [],
    ),
  );
}

/** The document with one more language: its texts become texts by language, of which the new one is still missing. */
export function withLanguage(document: Fields, tag: string, main: string): Fields {
  const named = withValue(document, ["languages", "default"], main);
  const changed = mapTexts(named, ({ field, text }) =>
    typeof text === "string" && ADDRESSES.has(field)
      ? text
      : { ...(typeof text === "string" ? { [main]: text } : text), [tag]: readText(text, tag, main) },
  );
  return isObject(changed) ? changed : document;
}

/** The document without a language; texts that are written in one only become plain again. */
export function withoutLanguage(document: Fields, tag: string, main: string): Fields {
  const changed = mapTexts(document, ({ text }) => {
    if (typeof text === "string") return text;
    const { [tag]: _gone, ...rest } = text;
    const left = Object.keys(rest);
    return left.length === 1 && left[0] === main ? (rest[main] ?? "") : rest;
  });
  return isObject(changed) ? changed : document;
}

/** A new part, ready for a document of these languages. */
export const inLanguages = (part: unknown, languages: readonly string[]): unknown =>
  languages.length < 2
    ? part
    : mapTexts(part, ({ field, text }) =>
        typeof text === "string" && !ADDRESSES.has(field) ? { [languages[0] ?? "en"]: text } : text,
      );

/** How many texts of a document lack a language. */
export const missingTexts = (document: unknown, tag: string): number =>
  textsOf(document).filter(({ text }) => typeof text !== "string" && !text[tag]?.trim()).length;
