import { type Liquid, TypeGuards } from "liquidjs";
import { type FilterHandler, type FilterImpl, handlerOf } from "./filter-handler.ts";
import { escapeHtml, escapeHtmlOnce, SafeText, unescapeHtml } from "./safe-text.ts";
import { textOf } from "./text-of.ts";

/** Filters that keep escaped text escaped, each with the positions of the arguments that it inserts into the text. */
const KEEPING: Readonly<Record<string, readonly number[]>> = {
  strip: [],
  lstrip: [],
  rstrip: [],
  squish: [],
  strip_newlines: [],
  normalize_whitespace: [],
  downcase: [],
  upcase: [],
  capitalize: [],
  slice: [],
  remove: [],
  remove_first: [],
  remove_last: [],
  append: [0],
  prepend: [0],
  replace: [1],
  replace_first: [1],
  replace_last: [1],
  truncate: [1],
  truncatewords: [1],
  // Lists from splitting a text.
  split: [],
  join: [0],
  first: [],
  last: [],
  reverse: [],
  sort: [],
  sort_natural: [],
  uniq: [],
  compact: [],
};

/** Filters that need the raw text instead of HTML: an address or a checksum uses the original value. */
const OF_TEXT = ["url_encode", "cgi_escape", "uri_escape", "slugify", "base64_encode", "sha256", "hmac_sha256"];

/**
 * In HTML, escaped text is not escaped again when printed (`SafeText`): `escape`, `escape_once`, `newline_to_br` and
 * `strip_html` create such text, and most text filters keep it. Text that a filter inserts is escaped unless the
 * template itself contains it.
 */
export function escapeOnlyOnce(engine: Liquid): void {
  for (const [name, filter] of Object.entries(engine.filters)) {
    if (typeof filter === "function") engine.registerFilter(name, readingText(filter));
  }
  for (const name of OF_TEXT) engine.registerFilter(name, readingText(handlerOf(engine, name), unescapeHtml));
  for (const [name, added] of Object.entries(KEEPING))
    engine.registerFilter(name, keeping(handlerOf(engine, name), added));
  const escapeAsWritten = making(escapeHtml, escapeHtmlOnce);
  engine.registerFilter("escape", escapeAsWritten);
  engine.registerFilter("xml_escape", escapeAsWritten);
  engine.registerFilter("escape_once", making(escapeHtmlOnce, escapeHtmlOnce));
  const breaks = (text: string) => text.replaceAll(/\r?\n/g, "<br />\n");
  engine.registerFilter(
    "newline_to_br",
    making((text) => breaks(escapeHtml(text)), breaks),
  );
  const strip = handlerOf(engine, "strip_html");
  engine.registerFilter("strip_html", function (value, ...args) {
    return new SafeText(escapeHtmlOnce(String(strip.call(this, value, ...args))));
  });
  keepDefault(engine);
}

const isSafe = (value: unknown): value is SafeText => value instanceof SafeText;
/** For a list, the first element decides: lists of escaped texts result from splitting one text. */
const isSafeList = (value: unknown): value is readonly SafeText[] =>
  Array.isArray(value) && value.length > 0 && isSafe(value[0]) && value.every(isSafe);

/** The library's filters know texts only. */
function plain(value: unknown, read: (text: string) => string): unknown {
  if (isSafe(value)) return read(value.text);
  return isSafeList(value) ? value.map(({ text }) => read(text)) : value;
}

const asWritten = (text: string): string => text;

function readingText(filter: FilterHandler, read: (text: string) => string = asWritten): FilterHandler {
  return function (value, ...args) {
    return filter.call(this, plain(value, read), ...args.map((arg) => plain(arg, read)));
  };
}

function making(ofPlain: (text: string) => string, ofSafe: (text: string) => string): FilterHandler {
  return function (value) {
    const text = isSafe(value) ? value.text : textOf(value);
    this.context.memoryLimit.use(text.length);
    return new SafeText(isSafe(value) ? ofSafe(text) : ofPlain(text));
  };
}

/** A default value is treated like any other value. */
function keepDefault(engine: Liquid): void {
  const filter = handlerOf(engine, "default");
  engine.registerFilter("default", function (value, ...args) {
    if (isSafe(value)) return value.text === "" ? args[0] : value;
    return filter.call(this, value, ...args);
  });
}

function keeping(filter: FilterHandler, added: readonly number[]): FilterHandler {
  return function (value, ...args) {
    const isKept = isSafe(value) || isSafeList(value);
    const isJoined = !isKept && added.some((place) => isSafe(args[place]));
    if (!isKept && !isJoined) return filter.call(this, value, ...args);
    if (args.some((arg, place) => !added.includes(place) && !isWritten(this, place, arg)))
      return filter.call(this, value, ...args);
    const escaped = args.map((arg, place) =>
      added.includes(place) ? escapedArg(this, place, arg) : plain(arg, asWritten),
    );
    return marked(filter.call(this, isJoined ? escapeHtml(textOf(value)) : value, ...escaped));
  };
}

/** Whether the template contains this argument, or it cannot change the markup. */
function isWritten({ token }: FilterImpl, place: number, value: unknown): boolean {
  if (typeof value !== "string" || isSafe(value)) return true;
  const arg = token.args[place];
  return arg !== undefined && !Array.isArray(arg) && TypeGuards.isQuotedToken(arg);
}

function escapedArg(impl: FilterImpl, place: number, value: unknown): unknown {
  if (isSafe(value)) return value.text;
  return isWritten(impl, place, value) ? value : escapeHtml(textOf(value));
}

function marked(result: unknown): unknown {
  if (typeof result === "string") return new SafeText(result);
  if (Array.isArray(result)) return result.map(marked);
  return isIterator(result) ? markedLater(result) : result;
}

/** List filters are generators, which the library runs. */
function* markedLater(result: Iterator<unknown>): Generator<unknown, unknown> {
  return marked(yield result);
}

const isIterator = (value: unknown): value is Iterator<unknown> =>
  typeof value === "object" && value !== null && "next" in value && "throw" in value;
