/** A path in a template, as in `person.properties["plan"]`: its root and what follows. */
export type TemplatePath = { readonly root: string; readonly parts: readonly string[] };

/** What a path means here; null = it stays as it is. */
export type Rename = (path: TemplatePath) => string | null;

const TAG = /\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g;
const QUOTED_OR_PATH = /"[^"]*"|'[^']*'|(?<![\w.|$-])([A-Za-z_$][\w$]*)((?:\.[\w$-]+|\[\s*(?:"[^"]*"|'[^']*')\s*\])*)/g;
const PART = /\.([\w$-]+)|\[\s*(?:"([^"]*)"|'([^']*)')\s*\]/g;

/** Renames the paths inside the tags of a Liquid template; texts in quotes and text outside of tags stay. */
export function renamePaths(source: string, rename: Rename): string {
  return source.replace(TAG, (tag: string) => renameIn(tag, rename));
}

/** The same for a single expression without tags around it. */
export function renameIn(expression: string, rename: Rename): string {
  return expression.replace(QUOTED_OR_PATH, (whole: string, root: string | undefined, rest: string | undefined) => {
    if (root === undefined) return whole;
    return rename({ root, parts: partsOf(rest ?? "") }) ?? whole;
  });
}

const partsOf = (rest: string): string[] =>
  [...rest.matchAll(PART)].map(([, plain, double, single]) => plain ?? double ?? single ?? "");

/** A path as Liquid and CEL read it. */
export function writePath(root: string, parts: readonly string[]): string {
  return root + parts.map((part) => (/^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`)).join("");
}

/**
 * Properties of the event that started the journey, which templates read only as variables of their node: `amount`
 * becomes `event_amount`.
 */
export class EventVariables {
  readonly #variables = new Map<string, string>();

  /** The name of the variable for a property. */
  use(parts: readonly string[]): string {
    const name = ["event", ...parts].join("_").replace(/\W+/g, "_");
    this.#variables.set(name, ["trigger.properties", ...parts].join("."));
    return name;
  }

  /** The node's `variables`; nothing where none is used. */
  get config(): { readonly variables?: Readonly<Record<string, string>> } {
    return this.#variables.size > 0 ? { variables: Object.fromEntries(this.#variables) } : {};
  }
}
