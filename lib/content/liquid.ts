import { Context, type Emitter, Liquid, type LiquidOptions, type Template, toValueSync } from "liquidjs";
import { ByteCache } from "#caches";
import { MINUTE_MS } from "#times";
import { keepDatesReadable } from "./date-filter.ts";
import { chargeForLists } from "./list-filters.ts";
import { keepNumbersReadable } from "./number-filters.ts";
import { isSmall, measureTags, PLAIN_FILTERS, PLAIN_TAGS } from "./plain-templates.ts";
import { parserOf, type TemplateMode } from "./printing.ts";
import { NO_NOTES, notesOf, type RenderNotes } from "./render-notes.ts";
import { escapeOnlyOnce } from "./safe-filters.ts";
import { textOf } from "./text-of.ts";

/**
 * The longest template source, in characters: longer than the present limit of 100 KB, so that older content is still
 * sent.
 */
const MAX_TEMPLATE_LENGTH = 500_000;
/** Maximum output of one template in characters, including captures. */
const MAX_OUTPUT = 2_000_000;

/**
 * `here` has only filters and tags with linear cost, and a short time limit; `thread` has all of them, and is ended
 * from outside.
 */
export type TemplatePlace = "here" | "thread";

/** The budget of a template: milliseconds, and characters and list items that filters and outputs handle. */
const BUDGETS = {
  here: { renderLimit: 100, memoryLimit: 2_000_000 },
  // The thread is ended earlier, so the library's own limits are not needed.
  thread: { renderLimit: 5_000, memoryLimit: 5_000_000 },
} satisfies Record<TemplatePlace, LiquidOptions>;

// Tags that read other templates are removed: there are none, and the file system must not be reachable.
const REFUSED_TAGS = ["include", "render", "layout", "block"];

function createEngine(place: TemplatePlace, mode: TemplateMode): Liquid {
  const engine = new Liquid({
    parseLimit: MAX_TEMPLATE_LENGTH,
    ...BUDGETS[place],
    ownPropertyOnly: true,
    strictFilters: true,
    timezoneOffset: 0,
    locale: "en-US",
    templates: {},
  });
  for (const tag of REFUSED_TAGS) delete engine.tags[tag];
  keepDatesReadable(engine);
  keepNumbersReadable(engine);
  if (mode === "html") escapeOnlyOnce(engine);
  if (place === "here") {
    chargeForLists(engine);
    for (const tag of Object.keys(engine.tags)) if (!PLAIN_TAGS.has(tag)) delete engine.tags[tag];
    for (const filter of Object.keys(engine.filters)) if (!PLAIN_FILTERS.has(filter)) delete engine.filters[filter];
  }
  boundOutput(engine);
  return engine;
}

/**
 * The library counts the output of filters, not of the template: a loop around a long text would fill the memory
 * quickly.
 */
function boundOutput({ renderer }: Liquid): void {
  const render = renderer.renderTemplates.bind(renderer);
  renderer.renderTemplates = (templates, context, emitter) =>
    render(templates, context, emitter ?? new BoundedEmitter(context));
}

class BoundedEmitter implements Emitter {
  buffer = "";
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  write(html: unknown): void {
    const text = typeof html === "string" ? html : textOf(html);
    this.#context.memoryLimit.use(text.length);
    this.buffer += text;
    if (this.buffer.length > MAX_OUTPUT)
      throw new Error(`it writes more than ${MAX_OUTPUT / 1_000_000} million characters`);
  }
}

// Parsing costs more than rendering, and the outbox renders one source for thousands of people.
const CACHE_BYTES = 16 * 1024 * 1024;

function reader(place: TemplatePlace, mode: TemplateMode) {
  const engine = createEngine(place, mode);
  return { engine, parse: parserOf(engine, mode), parsed: new ByteCache<Template[]>(CACHE_BYTES, parsedBytes) };
}

const readers = {
  here: { html: reader("here", "html"), text: reader("here", "text") },
  thread: { html: reader("thread", "html"), text: reader("thread", "text") },
};

/** The size of a parsed source: its text, and up to 150 bytes per character inside tags, as measured. */
function parsedBytes(source: string): number {
  return 2 * source.length + 150 * measureTags(source).inside;
}

export function parseTemplate(place: TemplatePlace, mode: TemplateMode, source: string): Template[] {
  const { parse, parsed } = readers[place][mode];
  const known = parsed.get(source);
  if (known) return known;
  if (place === "here" && !isSmall(source)) throw new Error("The template is too large to be parsed here.");
  const templates = parse(source);
  parsed.set(source, templates);
  return templates;
}

/** Parses a source for a check only; it is not cached. */
export function parseOnce(source: string): void {
  readers.thread.text.parse(source);
}

/** The paths of the variables that a source reads from outside. */
export function parseOnceForNames(source: string): string[] {
  if (!isTemplate(source)) return [];
  const { engine, parse } = readers.thread.text;
  return engine.globalFullVariablesSync(parse(source));
}

const isTemplate = (source: string): boolean => source.includes("{{") || source.includes("{%");

/** The output of a template, and the values for which it printed nothing. */
export type RenderedText = { readonly text: string } & RenderNotes;

export const NOTHING_RENDERED: RenderedText = { text: "", ...NO_NOTES };

export function renderTemplate(
  place: TemplatePlace,
  mode: TemplateMode,
  source: string,
  variables: Record<string, unknown>,
): RenderedText {
  if (!isTemplate(source)) return { text: source, ...NO_NOTES };
  const templates = parseTemplate(place, mode, source);
  const { engine } = readers[place][mode];
  const context = new Context(variables, engine.options, { sync: true }, { liquid: engine });
  const text = textOf(toValueSync(engine.renderer.renderTemplates(templates, context)));
  return { text, ...notesOf(context) };
}

// Until when a source goes to a thread at once: it could not be rendered here lately.
const UNFIT_MS = MINUTE_MS;
const unfit = new ByteCache<number>(4 * 1024 * 1024, () => 0);

// Sources that were too slow here once; at the second time they go to a thread, because cold code is slow only once.
const HEAVY_MS = 20;
const heavy = new ByteCache<true>(1024 * 1024, () => 0);

function noteCost(source: string, ms: number): void {
  if (ms < HEAVY_MS) return;
  if (heavy.get(source)) unfit.set(source, performance.now() + UNFIT_MS);
  heavy.set(source, true);
}

/** The same result as in a thread, or `null` if it needs a thread. Takes at most a tenth of a second. */
export function renderHere(
  mode: TemplateMode,
  source: string,
  variables: Record<string, unknown>,
): RenderedText | null {
  if (!isTemplate(source)) return { text: source, ...NO_NOTES };
  if ((unfit.get(source) ?? 0) > performance.now()) return null;
  const began = spentMs();
  try {
    const rendered = renderTemplate("here", mode, source, variables);
    noteCost(source, spentMs() - began);
    return rendered;
  } catch (error) {
    // An error, a filter that only threads have, or a limit: the thread determines which. The limit is in wall time; if
    // other processes used the processor meanwhile, the next message is tried here again.
    const isStall = isTimeLimit(error) && spentMs() - began < BUDGETS.here.renderLimit / 2;
    if (!isStall) unfit.set(source, performance.now() + UNFIT_MS);
    return null;
  }
}

const isTimeLimit = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("template render limit exceeded");

/** Processor time of this thread; wall time if Node does not provide it. */
function spentMs(): number {
  const { user, system } = process.threadCpuUsage?.() ?? { user: performance.now() * 1_000, system: 0 };
  return (user + system) / 1_000;
}

/** The filters and tags that a template may use. */
export const templateFilters = (): string[] => Object.keys(readers.thread.html.engine.filters).sort();
export const templateTags = (): string[] => [...Object.keys(readers.thread.html.engine.tags), "snippet"].sort();
