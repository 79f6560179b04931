import { patternSize } from "./pattern-size.ts";

/** A Unicode class such as `\pL` has hundreds of ranges and compiles about as slowly as this many instructions. */
const UNICODE_CLASS = 50;
/**
 * With `(?i)` the other cases of every character in a range are looked up one by one: this many of them take the time
 * of one instruction.
 */
const FOLDED = 200;
/** Only characters in this range have other cases. */
const FIRST_FOLDED = 0x41;
const LAST_FOLDED = 0x1e943;

/**
 * Estimates how long a regular expression takes to compile, in instructions; a thousand take about ten ms. A class is
 * compiled once, however often it is repeated.
 */
export function patternWeight(source: string): number {
  const folds = /\(\?[a-zA-Z]*i/.test(source);
  const classes = source.match(/\\p/gi)?.length ?? 0;
  return patternSize(source) + classes * UNICODE_CLASS * (folds ? 2 : 1) + (folds ? foldedRanges(source) : 0);
}

const END = String.raw`\\x\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})|\\?([^])`;
const RANGE = new RegExp(`(?:${END})-(?:${END})`, "gu");

/** Counts everything that looks like a range, even outside of a class. */
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
