import type * as z from "zod";

type Rule<Value> = {
  readonly holds: (value: Value) => unknown;
  readonly error: string;
  /** The field that the finding is about; none = the object itself. */
  readonly field?: string;
  readonly code?: string;
};

/**
 * Adds rules about several fields of an object. A refinement of zod's own is asked only once every field is right; these are
 * asked beside the fields, so that all findings come at once. So `holds` may meet values of another type. A rule about a
 * field that is wrong by itself says nothing more of it.
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
