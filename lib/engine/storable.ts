import { textFault } from "#values";

/** Most bytes of JSON of all traits of a person, and of one value that a node computes. */
export const MOST_TRAIT_BYTES = 65_536;
/** Most bytes of JSON of the values that a node maps into an event, an enrollment or a template. */
export const MOST_MAPPED_BYTES = 524_288;

const DEEPEST = 100;

/** Why a computed value cannot be stored, as the end of a sentence; null = it can (R47). */
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

/** Merges a change into traits: `null` removes a trait. */
export function withTraits(
  traits: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>> | null,
): Record<string, unknown> {
  const merged = Object.entries({ ...traits, ...change });
  return Object.fromEntries(merged.filter(([, value]) => value !== null && value !== undefined));
}

/** Whether a change makes traits larger than the limit. Traits that already exceed it may change, but not grow. */
export function growsTooLarge(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  const grown = jsonBytes(after);
  return grown > MOST_TRAIT_BYTES && grown > jsonBytes(before);
}

/** Bytes of a value as JSON in UTF-8. A UTF-16 unit takes at most three bytes, so short texts need no exact count. */
export function jsonBytes(value: unknown): number {
  const text = JSON.stringify(value) ?? "";
  if (text.length * 3 <= MOST_TRAIT_BYTES) return text.length;
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Each half of a surrogate pair counts two bytes, so that the pair counts four.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
