import {
  CaptureTag,
  type Context,
  EchoTag,
  Filter,
  type Liquid,
  Output,
  Parser,
  type Template,
  TypeGuards,
  type Value,
} from "liquidjs";
import type { FilterHandler, FilterImpl } from "./filter-handler.ts";
import { noteEmpty, noteNotFinite } from "./render-notes.ts";
import { escapeHtml, SafeText } from "./safe-text.ts";
import { isNotFinite, textOf } from "./text-of.ts";

/** `html` escapes every output unless the template says `| raw`; `text` writes values as they are. */
export type TemplateMode = "html" | "text";

/** How an output prints its value. */
type Print = {
  readonly mode: TemplateMode;
  readonly isRaw: boolean;
  /** The variable it prints; null = something else, or a variable with a default. */
  readonly variable: string | null;
  /** The output as written in the template. */
  readonly source: string;
};

/** Parses with our own printing of outputs: escaped text stays unchanged, and empty values are recorded. */
export function parserOf(engine: Liquid, mode: TemplateMode): (source: string) => Template[] {
  engine.options.outputEscape = mode === "html" ? escapeCycled : textOf;
  if (mode === "html") engine.registerTag("capture", SafeCapture);
  class PrintingParser extends Parser {
    override parseToken(...args: Parameters<Parser["parseToken"]>): ReturnType<Parser["parseToken"]> {
      const template = super.parseToken(...args);
      if (template instanceof Output) {
        // The library appends its own escaping, unless the last filter is `raw`.
        if (!endsRaw(template.value)) template.value.filters.pop();
        watch(template.value, template.token.content, engine, mode);
      } else if (template instanceof EchoTag) {
        const { value } = template as unknown as { readonly value?: Value };
        if (value !== undefined) watch(value, template.token.getText(), engine, mode);
      }
      return template;
    }
  }
  // A parser counts its input against the limit of a template.
  return (source) => new PrintingParser(engine).parse(source);
}

const endsRaw = ({ filters }: Value): boolean => filters.at(-1)?.raw === true;

/** Appends our own printing to the filters of an output, and `raw`, so that nothing is escaped after it. */
function watch(value: Value, source: string, engine: Liquid, mode: TemplateMode): void {
  const [initial, ...others] = value.initial.postfix;
  const isVariable = initial !== undefined && others.length === 0 && TypeGuards.isPropertyAccessToken(initial);
  const hasDefault = value.filters.some(({ name }) => name === "default");
  const variable = isVariable && !hasDefault ? initial.getText() : null;
  const print: Print = { mode, isRaw: endsRaw(value), source: source.trim(), variable };
  const handler: FilterHandler = function (printed) {
    return shown(this.context, print, printed);
  };
  value.filters.push(new Filter(PRINT, { raw: true, handler }, engine));
}

const PRINT = { name: "print", args: [] } as unknown as ConstructorParameters<typeof Filter>[0];

/** The printing of the tag `cycle`, the only other one. */
function escapeCycled(this: unknown, value: unknown): string {
  return escaped((this as FilterImpl).context, value);
}

function shown(context: Context, { mode, isRaw, variable, source }: Print, value: unknown): string {
  const text = mode === "html" && !isRaw ? escaped(context, value) : textOf(value);
  if (isNotFinite(value)) noteNotFinite(context, source);
  else if (variable !== null && text.trim() === "" && isMissing(context, variable, value)) noteEmpty(context, variable);
  return text;
}

function escaped(context: Context, value: unknown): string {
  if (value instanceof SafeText) return value.text;
  if (Array.isArray(value) && value.some((item) => item instanceof SafeText))
    return value.map((item) => escaped(context, item)).join("");
  const text = textOf(value);
  context.memoryLimit.use(text.length);
  return escapeHtml(text);
}

/** An empty text assigned by the template is intended; a missing value is not. */
function isMissing(context: Context, variable: string, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const root = /^[^.[\s]+/.exec(variable)?.[0] ?? variable;
  return !Object.hasOwn(context.bottom(), root);
}

/** The output of a block is escaped already where it printed values; the rest is part of the template. */
class SafeCapture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context);
    const scope: Record<string, unknown> = context.bottom();
    scope[this.variable] = new SafeText(textOf(scope[this.variable]));
  }
}
