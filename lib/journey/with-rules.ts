import type * as z from "zod";

type Rule<Value> = {
  readonly holds: (value: Value) => unknown;
  readonly error: string;
  /** The field that the problem is about; none = the object itself. */
  readonly field?: string;
  readonly code?: string;
};

/**
 * Adds rules over several fields of an object. Zod runs an ordinary refinement only when all fields are valid; these
 * run in any case, so that all problems are reported at once. `holds` may therefore receive values of other types. A
 * rule about a field that is itself invalid is skipped.
 */
export function withRules<Schema extends z.ZodType>(
  schema: Schema,
  ...rules: readonly Rule<z.output<Schema>>[]
): Schema {
  return rules.reduce(
    (checked, { holds, error, field, code }) =>
      checked.refine(holds, {
        error,
        ...(field === undefined ? {} : { path: [field] }),
        ...(code === undefined ? {} : { params: { code } }),
        when: ({ value, issues }) =>
          typeof value === "object" && value !== null && !issues.some(({ path }) => path?.[0] === field && field),
      }),
    schema,
  );
}
