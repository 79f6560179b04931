import { patternSize } from "./pattern-size.ts";

/** A class of Unicode such as `\pL` is hundreds of ranges, which take as long to compile as so many instructions. */
const UNICODE_CLASS = 50;
/** With `(?i)` the other cases of every character in a range are looked for one by one, so many in the time of an instruction. */
const FOLDED = 200;
/** Characters between these have other cases. */
const FIRST_FOLDED = 0x41;
const LAST_FOLDED = 0x1e943;

/**
 * How long a regular expression takes to compile, in instructions: a thousand are some ten milliseconds. A class is read
 * once, however often it is repeated.
 */
export function patternWeight(source: string): number {
  const folds = /\(\?[a-zA-Z]*i/.test(source);
  const classes = source.match(/\\p/gi)?.length ?? 0;
  return patternSize(source) + classes * UNICODE_CLASS * (folds ? 2 : 1) + (folds ? foldedRanges(source) : 0);
}

const END = String.raw`\\x\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})|\\?([^])`;
const RANGE = new RegExp(`(?:${END})-(?:${END})`, "gu");

/** Whatever looks like a range counts, in a class or not. */
function foldedRanges(source: string): number {
  let weight = 0;
  for (const [, a, b, c, d, e, f] of source.matchAll(RANGE)) {
    const first = Math.max(FIRST_FOLDED, codeOf(a ?? b, c));
    const last = Math.min(LAST_FOLDED, codeOf(d ?? e, f));
    weight += Math.max(0, last - first) / FOLDED;
  }
  return Math.ceil(weight);
}

const codeOf = (hex: string | undefined, sign: string | undefined): number =>
  hex === undefined ? (sign?.codePointAt(0) ?? 0) : Number.parseInt(hex, 16);
