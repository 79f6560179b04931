import { isObject } from "#values";
import { EventVariables, renamePaths, writePath } from "../liquid.ts";

const SIMPLE = /(?<!\{)\{\s*(person|event)((?:\.[\w$-]+|\[\s*(?:"[^"]*"|'[^']*')\s*\])+)\s*\}(?!\})/g;
const HOG = /(?<!\{)\{[^{}]*\b(?:person|event|groups|variables)\.[^{}]*\}(?!\})/g;

/** Translates the texts of one step, and collects which properties of the event and which expressions they use. */
export class Texts {
  readonly variables = new EventVariables();
  readonly #untranslated = new Set<string>();

  get reasons(): readonly string[] {
    const found = [...this.#untranslated];
    return found.length > 0
      ? [`Expressions that could not be translated are left in its text: ${found.join(", ")}.`]
      : [];
  }

  /** Liquid, and the single braces of other inputs, in our names. */
  translate(source: string): string {
    const plain = source.replace(SIMPLE, (_, root: string, rest: string) => `{{ ${root}${rest} }}`);
    for (const [expression] of plain.matchAll(HOG)) this.#untranslated.add(expression);
    return renamePaths(plain, ({ root, parts }) => this.#rename(root, parts));
  }

  /** The same for all texts inside a value. */
  deep(value: unknown): unknown {
    if (typeof value === "string") return this.translate(value);
    if (Array.isArray(value)) return value.map((one) => this.deep(one));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.deep(inner)]));
  }

  #rename(root: string, parts: readonly string[]): string | null {
    const [first = "", ...rest] = parts;
    if (root === "person") {
      if (first === "properties") return writePath("person.traits", rest);
      return first === "id" || first === "distinct_id" ? "person.externalId" : null;
    }
    if (root === "event") {
      if (first === "properties") return this.variables.use(rest);
      return first === "distinct_id" ? "person.externalId" : null;
    }
    if (root === "variables" || root === "groups") this.#untranslated.add([root, ...parts].join("."));
    return null;
  }
}
