import { isObject } from "#values";

/** Most rules in one tree, groups included. */
const MOST_RULES = 1_000;
/** Deepest nesting of groups. */
const DEEPEST = 20;
/** Most patterns in one tree: each search may take some tens of milliseconds per person. */
const MOST_PATTERNS = 50;

/** Why a tree of rules is too large to be evaluated for everybody, as the end of a sentence; null = it is not. */
export function ruleBoundsProblem(input: unknown): string | null {
  let patterns = 0;
  let rules = 0;
  let level: unknown[] = [input];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return `is nested deeper than ${DEEPEST} levels`;
    rules += level.length;
    if (rules > MOST_RULES) return `has more than ${MOST_RULES} rules`;
    patterns += level.filter((rule) => isObject(rule) && rule.op === "matches").length;
    if (patterns > MOST_PATTERNS) return `has more than ${MOST_PATTERNS} regular expressions`;
    level = level.flatMap((rule) => (isObject(rule) ? [...listOf(rule.all), ...listOf(rule.any)] : []));
  }
  return null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
