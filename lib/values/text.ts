/** PostgreSQL's json refuses NUL characters, and halves of surrogate pairs have no UTF-8 (R37, R47). */
const NUL = "\u0000";

/** Why a text cannot be stored, as the end of a sentence about it; null = it can. */
export function textFault(text: string): string | null {
  if (text.includes(NUL)) return "contains a NUL character";
  return text.isWellFormed() ? null : "contains half of a surrogate pair";
}

/** The text with the replacement character wherever it could not be stored. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll(NUL, "\ufffd");

/** The beginning of a text, so that it can be stored: a cut may leave half of a surrogate pair. */
export const beginningOf = (text: string, length: number): string => storableText(text.slice(0, length));

/** Whether written JSON may hold text that cannot be stored: JSON writes both faults as escapes. */
export const mayHoldUnstorable = (json: string): boolean => /\\u0000|\\ud[89a-f]/i.test(json);
