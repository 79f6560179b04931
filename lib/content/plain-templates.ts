/** Tags whose cost renderLimit covers: it is checked before each of them. */
export const PLAIN_TAGS = new Set([
  "assign",
  "capture",
  "case",
  "comment",
  "cycle",
  "decrement",
  "echo",
  "for",
  "if",
  "increment",
  "raw",
  "unless",
  "break",
  "continue",
  "#",
]);

/**
 * Filters whose time is proportional to their cost (`list-filters.ts`), and that do not repeat lists inside of lists as
 * `concat` can: repeated, such a list has exponentially many parts. All others need threads.
 */
export const PLAIN_FILTERS = new Set([
  "default",
  "raw",
  "escape",
  "escape_once",
  "xml_escape",
  "newline_to_br",
  "strip_html",
  "url_encode",
  "url_decode",
  "cgi_escape",
  "uri_escape",
  "append",
  "prepend",
  "lstrip",
  "rstrip",
  "strip",
  "strip_newlines",
  "squish",
  "downcase",
  "upcase",
  "capitalize",
  "remove",
  "remove_first",
  "remove_last",
  "replace",
  "replace_first",
  "replace_last",
  "split",
  "join",
  "first",
  "last",
  "size",
  "slice",
  "truncate",
  "truncatewords",
  "date",
  "date_to_string",
  "date_to_long_string",
  "to_integer",
  "abs",
  "at_least",
  "at_most",
  "ceil",
  "divided_by",
  "floor",
  "minus",
  "plus",
  "modulo",
  "times",
  "round",
  "json",
  "map",
  "where",
  "reject",
  "sort",
  "sort_natural",
  "uniq",
  "compact",
  "reverse",
  "sum",
  "find",
  "has",
]);

/** Characters inside tags; parsing this many takes about ten milliseconds. */
const MOST_INSIDE = 20_000;
/** Characters of one tag: the time is not checked while one is evaluated. */
const LONGEST_TAG = 1_000;

/** The characters inside `{{ }}` and `{% %}`: in total, and of the longest piece. */
export function measureTags(source: string): { readonly inside: number; readonly longest: number } {
  let inside = 0;
  let longest = 0;
  for (let open = nextTag(source, 0); open !== -1; ) {
    const closing = source[open + 1] === "{" ? "}}" : "%}";
    const close = source.indexOf(closing, open + 2);
    const end = close === -1 ? source.length : close + 2;
    inside += end - open;
    longest = Math.max(longest, end - open);
    open = nextTag(source, end);
  }
  return { inside, longest };
}

/** Whether a source is short enough inside its tags to be parsed and rendered without a thread. */
export function isSmall(source: string): boolean {
  const { inside, longest } = measureTags(source);
  return inside <= MOST_INSIDE && longest <= LONGEST_TAG;
}

function nextTag(source: string, from: number): number {
  for (let at = source.indexOf("{", from); at !== -1; at = source.indexOf("{", at + 1)) {
    if (source[at + 1] === "{" || source[at + 1] === "%") return at;
  }
  return -1;
}
