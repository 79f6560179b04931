import { objectsIn } from "#journey";

const TRAIT = /^traits\.([^.]+)$/;

/**
 * Whether rules ask for nothing but traits by names without a dot: no other field, no segment, no event, no expression. A
 * name with a dot may be a path or a name.
 */
export function asksForTraitsOnly(rules: unknown): boolean {
  return [...objectsIn(rules)].every(
    ({ object }) =>
      !("event" in object || "segment" in object || "expression" in object) &&
      (!("field" in object) || (typeof object.field === "string" && TRAIT.test(object.field))),
  );
}

/** The names of those traits. */
export function traitsAskedFor(rules: unknown): string[] {
  return [...objectsIn(rules)].flatMap(({ object }) =>
    typeof object.field === "string" ? (TRAIT.exec(object.field)?.[1] ?? []) : [],
  );
}
