import * as z from "zod";
import { isObject } from "#values";

/** Longest text of one block, in characters: a template may be longer than what it prints. */
const LONGEST_TEXT = 5_000;
const TAG = /^[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*$/;

/** A language as a BCP 47 tag, such as `de` or `pt-BR`. */
export const LanguageTag = z.string().regex(TAG, { error: "is not a language tag such as de or pt-BR" });

const OneText = z.string().max(LONGEST_TEXT, { error: `may have ${LONGEST_TEXT} characters at most` });

/** A text as a Liquid template: one for all languages, or one for each. */
export const LocalText = z.union([OneText, z.record(LanguageTag, OneText)], {
  error: "is neither a text nor texts by language",
});
export type LocalText = z.infer<typeof LocalText>;

/** The fields that hold texts, wherever they stand in a document; no other field has one of these names. */
const TEXT_FIELDS = new Set([
  ...["title", "text", "description", "label", "alt", "url", "src"],
  ...["low", "high", "placeholder"],
]);

/** One text of a document, with its place. */
export type PlacedText = { readonly pointer: string; readonly field: string; readonly text: LocalText };

/** Copies a document and replaces each of its texts. What stands under `custom` belongs to the page and is not touched. */
export function mapTexts(document: unknown, change: (text: PlacedText) => unknown, pointer = ""): unknown {
  if (Array.isArray(document)) return document.map((item, at) => mapTexts(item, change, `${pointer}/${at}`));
  if (!isObject(document)) return document;
  return Object.fromEntries(
    Object.entries(document).map(([field, value]) => {
      const place = `${pointer}/${field}`;
      const text = TEXT_FIELDS.has(field) ? textAt(value) : null;
      if (text !== null) return [field, change({ pointer: place, field, text })];
      return [field, field === "custom" ? value : mapTexts(value, change, place)];
    }),
  );
}

/** Every text of a document, in order. */
export function textsOf(document: unknown): PlacedText[] {
  const found: PlacedText[] = [];
  mapTexts(document, (text) => found.push(text));
  return found;
}

/** The sources of a text, one for each language it is written in. */
export const sourcesOf = (text: LocalText): string[] => (typeof text === "string" ? [text] : Object.values(text));

function textAt(value: unknown): LocalText | null {
  const parsed = LocalText.safeParse(value);
  return parsed.success ? parsed.data : null;
}
