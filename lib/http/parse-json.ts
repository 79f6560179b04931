/** Digits in a row that may be a whole number beyond 2^53. */
const MANY_DIGITS = /\d{16}/;
const WHOLE = /^-?\d+$/;

type Written = { readonly source?: string };

/**
 * Parses JSON. A whole number that a double cannot represent becomes the text of its digits: as a number it would be
 * rounded, and two different ids could become equal. Throws a `SyntaxError` as `JSON.parse` does.
 */
export function parseJson(text: string): unknown {
  // A reviver takes several times as long, so it is used only if there may be such a number.
  return MANY_DIGITS.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

function keepDigits(_key: string, value: unknown, { source }: Written = {}): unknown {
  const isRounded = typeof value === "number" && !Number.isSafeInteger(value);
  return isRounded && source !== undefined && WHOLE.test(source) ? source : value;
}
