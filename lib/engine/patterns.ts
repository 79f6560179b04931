import { RE2JS } from "re2js";
import type { UrlMatch } from "#journey";

const LONGEST = 1_000;
/** Longer addresses are looked at up to here: browsers and servers cut them there too, and time grows with them. */
const LONGEST_URL = 8_192;
const MOST_KEPT = 500;
const compiled = new Map<string, RE2JS | null>();

/** A regular expression that people wrote, run in linear time; null when it is not one. */
function patternOf(source: string): RE2JS | null {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_KEPT) compiled.clear();
  const fresh = tryCompile(source);
  compiled.set(source, fresh);
  return fresh;
}

function tryCompile(source: string): RE2JS | null {
  if (source.length > LONGEST) return null;
  try {
    return RE2JS.compile(source);
  } catch {
    return null;
  }
}

/** True when `source` is a regular expression that the engine can run. */
export function isPattern(source: string): boolean {
  return patternOf(source) !== null;
}

/** Whether the pattern is found anywhere in the text; a broken pattern is found nowhere. */
export function matchesPattern(source: string, text: string): boolean {
  return patternOf(source)?.matcher(text).find() ?? false;
}

/** Whether `*` (any run) and `?` (any one character) in the glob cover the whole text; quadratic at worst. */
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

/** Whether a page address is the one a trigger or goal means. */
export function matchesUrl(match: UrlMatch, address: string): boolean {
  const url = address.slice(0, LONGEST_URL);
  switch (match.matchType) {
    case "contains":
      return url.includes(match.pattern);
    case "equals":
      return url === match.pattern;
    case "starts":
      return url.startsWith(match.pattern);
    case "glob":
      return matchesGlob(match.pattern, url);
    case "regex":
      return matchesPattern(match.pattern, url);
  }
}
