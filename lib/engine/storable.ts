import { textFault } from "#values";

/** Bytes of JSON of all traits of a person, and of one value that a step computes. */
export const MOST_TRAIT_BYTES = 65_536;
/** Bytes of JSON of the values that a step maps into an event, an enrollment or a template. */
export const MOST_MAPPED_BYTES = 524_288;

const DEEPEST = 100;

/** Why a computed value cannot be stored, as the end of a sentence about it; null = it can (R47). */
export function faultIn(value: unknown, mostBytes: number): string | null {
  return faultInside(value, 0) ?? (jsonBytes(value) > mostBytes ? `is longer than ${mostBytes / 1_024} KB` : null);
}

function faultInside(value: unknown, depth: number): string | null {
  switch (typeof value) {
    case "string":
      return textFault(value);
    case "number":
      return Number.isFinite(value) ? null : `is not a finite number (${value})`;
    case "bigint":
    case "function":
    case "symbol":
      return "is not a value that JSON knows";
    case "object":
      return value === null ? null : faultInObject(value, depth);
    default:
      return null;
  }
}

function faultInObject(value: object, depth: number): string | null {
  if (depth >= DEEPEST) return `is nested deeper than ${DEEPEST} levels`;
  for (const [key, inner] of Object.entries(value)) {
    const fault = textFault(key) ?? faultInside(inner, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/** Traits with a change of them: `null` takes one away. */
export function withTraits(
  traits: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>> | null,
): Record<string, unknown> {
  const merged = Object.entries({ ...traits, ...change });
  return Object.fromEntries(merged.filter(([, value]) => value !== null && value !== undefined));
}

/** Whether traits would be larger than a person may have. Who is too large already may still be changed, but not grow. */
export function growsTooLarge(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  const grown = jsonBytes(after);
  return grown > MOST_TRAIT_BYTES && grown > jsonBytes(before);
}

/** A UTF-16 unit takes three bytes at most, so that short values are not measured. */
export function jsonBytes(value: unknown): number {
  const text = JSON.stringify(value) ?? "";
  if (text.length * 3 <= MOST_TRAIT_BYTES) return text.length;
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Half of a pair counts two, so that both are the four bytes they take.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
