import { RE2JS } from "re2js";
import { ByteCache } from "#caches";
import type { UrlMatch } from "#journey";
import { chargeSearch } from "./expressions/budget.ts";
import { patternSize } from "./pattern-size.ts";
import { patternWeight } from "./pattern-weight.ts";

const LONGEST = 1_000;
/** Largest number of instructions of a pattern: a larger one could search only the beginning of a text within the limit. */
const LARGEST = 1_000;
/**
 * Only this many characters of an address are searched: browsers and servers cut addresses at this length too, and the
 * time grows with the length.
 */
const LONGEST_URL = 8_192;
/**
 * The limit of one search, in instructions times characters, which takes some tens of milliseconds at worst. Only the
 * beginning of a longer text is searched: 12,000 characters for a pattern of 20 instructions.
 */
const MOST_WORK = 250_000;
/** Approximate memory of one compiled instruction. */
const INSTRUCTION_BYTES = 200;

type Pattern = { readonly run: RE2JS; readonly size: number };
const compiled = new ByteCache<Pattern | null>(
  8 * 1024 * 1024,
  (_, pattern) => INSTRUCTION_BYTES * (pattern?.size ?? 0),
);

/** A compiled regular expression that runs in linear time; null when the source is not one, or is too large. */
function patternOf(source: string): Pattern | null {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const fresh = tryCompile(source);
  compiled.set(source, fresh);
  return fresh;
}

function tryCompile(source: string): Pattern | null {
  if (isTooLarge(source)) return null;
  try {
    const run = RE2JS.compile(source);
    return { run, size: run.programSize() };
  } catch {
    return null;
  }
}

const isTooLarge = (source: string) => source.length > LONGEST || patternWeight(source) > LARGEST;

/** Weight limit of all patterns of one document, or of one expression that is parsed on its own: 50 to 100 ms of compiling. */
const MOST_TOGETHER = 5_000;

// One document is checked at a time and to its end, so one variable is enough.
let together: { left: number; readonly seen: Set<string> } | null = null;

/** Limits the total weight of the patterns that are compiled during a check; a nested call uses the limit of the outer one. */
export function withinOneDocument<Result>(check: () => Result): Result {
  if (together !== null) return check();
  together = { left: MOST_TOGETHER, seen: new Set() };
  try {
    return check();
  } finally {
    together = null;
  }
}

/**
 * Whether a pattern exceeds the limit. Each pattern counts once, even if it is already compiled, so that the result
 * does not depend on the cache.
 */
function isOneTooMany(source: string): boolean {
  if (together === null || together.seen.has(source)) return false;
  const weight = patternWeight(source);
  if (weight > together.left) return true;
  together.left -= weight;
  together.seen.add(source);
  return false;
}

/** True when `source` is a regular expression that the engine can run. */
export function isPattern(source: string): boolean {
  return patternProblem(source) === null;
}

/** The problem with a regular expression, as the end of a sentence; null = there is none. */
export function patternProblem(source: string): string | null {
  if (isTooLarge(source)) return "is too large for a regular expression";
  if (isOneTooMany(source)) return "is more than the regular expressions beside it leave room for";
  return patternOf(source) === null ? "is not a regular expression" : null;
}

/** Whether the pattern occurs anywhere in the text; an invalid pattern never does. */
export function matchesPattern(source: string, text: string): boolean {
  const pattern = patternOf(source);
  if (pattern === null) return false;
  const most = Math.floor(MOST_WORK / pattern.size);
  return pattern.run.matcher(text.length > most ? text.slice(0, most) : text).find();
}

/**
 * Like `matchesPattern`, but charges its steps; throws when too few remain. Expressions charge for their searches
 * themselves.
 */
export function searchPattern(source: string, text: string): boolean {
  chargeSearch(patternCost(source, text));
  return matchesPattern(source, text);
}

/**
 * Steps per instruction: compiling one takes some microseconds. They are charged even if the pattern is already
 * compiled, so that the result does not depend on the cache.
 */
const COMPILE_STEPS = 50;

type PatternCost = { readonly compile: number; readonly size: number };
const costs = new ByteCache<PatternCost>(1024 * 1024, () => 0);

/** The largest number of steps that a search may take; estimated without compiling. */
export function patternCost(source: string, text: string): number {
  if (source.length > LONGEST) return 1;
  let cost = costs.get(source);
  if (cost === undefined) {
    const compile = COMPILE_STEPS * Math.min(LARGEST, patternWeight(source));
    cost = { compile, size: 1 + Math.min(LARGEST, patternSize(source)) };
    costs.set(source, cost);
  }
  return cost.compile + (Math.min(MOST_WORK, text.length * cost.size) >> 1);
}

/** Characters that a glob compares in the time of one step. */
const GLOB_STEP = 32;

function searchGlob(glob: string, text: string): boolean {
  chargeSearch(1 + Math.ceil((glob.length * text.length) / GLOB_STEP));
  return matchesGlob(glob, text);
}

/** Whether a glob with `*` (any run) and `?` (any one character) matches the whole text; quadratic at worst. */
export function matchesGlob(glob: string, text: string): boolean {
  let star = -1;
  let resume = 0;
  let at = 0;
  let position = 0;
  while (position < text.length) {
    const wanted = glob[at];
    if (wanted === "*") {
      star = at;
      resume = position;
      at += 1;
    } else if (wanted === "?" || wanted === text[position]) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      position = resume;
    } else {
      return false;
    }
  }
  while (glob[at] === "*") at += 1;
  return at === glob.length;
}

/** Whether a page address matches a trigger or goal; false when too few steps remain for the search. */
export function matchesUrl(match: UrlMatch, address: string): boolean {
  try {
    return isAddress(match, address);
  } catch {
    return false;
  }
}

function isAddress(match: UrlMatch, address: string): boolean {
  const url = address.slice(0, LONGEST_URL);
  switch (match.matchType) {
    case "contains":
      return url.includes(match.pattern);
    case "equals":
      return url === match.pattern;
    case "starts":
      return url.startsWith(match.pattern);
    case "glob":
      return searchGlob(match.pattern, url);
    case "regex":
      return searchPattern(match.pattern, url);
  }
}
