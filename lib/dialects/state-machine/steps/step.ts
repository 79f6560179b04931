import type { JourneyNode, JsonObject } from "#journey";
import { isObject } from "#values";
import type { NodeParts } from "../../assemble.ts";
import type { DialectProblem, DialectProblemCode } from "../../dialect.ts";
import { errorAt } from "../../problems.ts";

/** What a state does, without its name and its targets. */
export type Doing = Omit<Exclude<NodeParts, { readonly keeps: unknown }>, "name">;

/** A `meta` object and its place; everything wrong with it is added to `problems`. */
export class Meta {
  readonly value: JsonObject;
  readonly path: readonly PropertyKey[];
  readonly problems: DialectProblem[];

  constructor(value: JsonObject, path: readonly PropertyKey[], problems: DialectProblem[]) {
    this.value = value;
    this.path = path;
    this.problems = problems;
  }

  fault(field: string | readonly PropertyKey[], code: DialectProblemCode, message: string): null {
    const path = typeof field === "string" ? [field] : field;
    this.problems.push(errorAt([...this.path, ...path], code, message));
    return null;
  }

  /** The number of a template, campaign or segment. */
  id(field: string): number | null {
    const { [field]: value } = this.value;
    if (value === undefined) return this.fault(field, "missing_field", `The field ${field} is missing.`);
    if (isId(value)) return value;
    return this.fault(field, "wrong_type", `The field ${field} must be a whole number of at least 1.`);
  }

  ids(field: string): number[] | null {
    const { [field]: value } = this.value;
    if (value === undefined) return [];
    if (!Array.isArray(value))
      return this.fault(field, "wrong_type", `The field ${field} must be a list of segment ids.`);
    let isWhole = true;
    for (const [index, one] of value.entries()) {
      if (isId(one)) continue;
      isWhole = false;
      this.fault([field, index], "wrong_type", `${field} must have whole numbers of at least 1.`);
    }
    return isWhole ? value : null;
  }
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;

/** One type of step; reading and writing stand side by side. */
export type Step = {
  /** The transition events that `on` must handle, each with the exit of the node that it is. */
  readonly on: Readonly<Record<string, string>>;
  /** The fields of `meta` besides `type`. */
  readonly fields: readonly string[];
  /** Fields of the node's config that the format cannot say, and that reading keeps where they were. */
  readonly carries?: readonly string[];
  /** What the state does; null = something is wrong, and reported. */
  readonly read: (meta: Meta) => Doing | null;
  /** `meta` without the type; null = the node is no step of this type, or does more than the format can say. */
  readonly write: (node: Pick<JourneyNode, "type" | "config" | "contentId">) => JsonObject | null;
};

/** Whether a config has these fields and no others. */
export function hasOnly(config: JsonObject, fields: readonly string[]): boolean {
  return Object.entries(config).every(([key, value]) => value === undefined || fields.includes(key));
}

/** The number that a reference is; null = it is another name. */
export function numberIn(reference: unknown): number | null {
  const number = typeof reference === "string" && /^[1-9]\d{0,14}$/.test(reference) ? Number(reference) : reference;
  return isId(number) ? number : null;
}

export const objectOr = (value: unknown): JsonObject => (isObject(value) ? value : {});
