import { Liquid, type LiquidOptions, type Template } from "liquidjs";
import { keepDatesReadable } from "./date-filter.ts";

/** Longest template source, in characters. */
const MAX_TEMPLATE_LENGTH = 500_000;

const limits: LiquidOptions = {
  parseLimit: MAX_TEMPLATE_LENGTH,
  renderLimit: 250,
  memoryLimit: 5_000_000,
  ownPropertyOnly: true,
  strictFilters: true,
  timezoneOffset: 0,
  locale: "en-US",
  templates: {},
};

// Tags that would read other templates: there is nothing to read, and a file system must never be reached.
const REFUSED_TAGS = ["include", "render", "layout", "block"];

function createEngine(options: LiquidOptions): Liquid {
  const engine = new Liquid({ ...limits, ...options });
  for (const tag of REFUSED_TAGS) delete engine.tags[tag];
  keepDatesReadable(engine);
  return engine;
}

/** `html` escapes every output unless the template says `| raw`; `plain` writes values as they are. */
const engines = { html: createEngine({ outputEscape: "escape" }), plain: createEngine({}) };

export type TemplateMode = keyof typeof engines;

// Parsing costs more than rendering, and an outbox renders one source for thousands of people.
const CACHE_SIZE = 300;
const caches: Record<TemplateMode, Map<string, Template[]>> = { html: new Map(), plain: new Map() };

export function parseTemplate(mode: TemplateMode, source: string): Template[] {
  const cache = caches[mode];
  const known = cache.get(source);
  if (known) return known;
  const parsed = engines[mode].parse(source);
  if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value ?? "");
  cache.set(source, parsed);
  return parsed;
}

export function renderTemplate(mode: TemplateMode, source: string, variables: Record<string, unknown>): string {
  if (!source.includes("{{") && !source.includes("{%")) return source;
  return String(engines[mode].renderSync(parseTemplate(mode, source), variables));
}
