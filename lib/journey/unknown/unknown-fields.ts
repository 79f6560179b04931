import type * as z from "zod";
import { isObject } from "#values";
import { looksLikeFilter, nearestName } from "./names.ts";
import { bare, elementOf, fieldsOf, isTold, mapValueOf, variantsOf } from "./schema-walk.ts";

/** A field that nothing reads. `path` leads to it and includes its own name. */
export type UnknownField = {
  readonly path: readonly (string | number)[];
  /** The name that was probably meant; null = none is similar. */
  readonly nearest: string | null;
  /** It was probably meant to exclude people, so without it too many people would continue. */
  readonly isFilter: boolean;
  /** The schema keeps it, though nothing reads it. */
  readonly isKept: boolean;
};

/**
 * The fields of a value that its schema does not know, and would drop or keep silently. Fields that strict schemas
 * refuse are left out: zod reports them.
 */
export function unknownFields(
  schema: z.ZodType,
  value: unknown,
  path: readonly (string | number)[] = [],
): UnknownField[] {
  const target = bare(schema);
  const element = elementOf(target);
  if (element !== null)
    return Array.isArray(value) ? value.flatMap((item, index) => unknownFields(element, item, [...path, index])) : [];
  const inMap = mapValueOf(target);
  if (inMap !== null)
    return isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => unknownFields(inMap, item, [...path, key]))
      : [];
  const variants = variantsOf(target, value);
  const [only] = variants;
  if (variants.length !== 1 || only === undefined || (only !== target && !isTold(target))) return [];
  const fields = fieldsOf(only);
  if (fields === null || !isObject(value)) return [];
  const { shape, isStrict, isLoose } = fields;
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (field !== undefined) return unknownFields(field, inner, [...path, key]);
    return isStrict ? [] : [{ ...unknownField([...path, key], Object.keys(shape)), isKept: isLoose }];
  });
}

/** Describes an unknown field of a value that keeps it, given the known ones. */
export function unknownField(path: readonly (string | number)[], known: readonly string[]): UnknownField {
  const name = String(path.at(-1) ?? "");
  const nearest = nearestName(name, known);
  const isFilter = looksLikeFilter(name) || (nearest !== null && looksLikeFilter(nearest));
  return { path, nearest, isFilter, isKept: true };
}

/** All fields that may occur at a path of a value, over all variants in which it can be written. */
export function knownFieldsAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  let places: readonly z.ZodType[] = [bare(schema)];
  let at: unknown = value;
  for (const key of path) {
    const inner = variants(places, at).flatMap(
      (place) => elementOf(place) ?? fieldsOf(place)?.shape[String(key)] ?? [],
    );
    places = inner.map(bare);
    at = typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
  }
  return [...new Set(variants(places, at).flatMap((place) => Object.keys(fieldsOf(place)?.shape ?? {})))];
}

/** Resolves nested unions. */
function variants(places: readonly z.ZodType[], value: unknown): readonly z.ZodType[] {
  return places.flatMap((place) => {
    const inner = variantsOf(place, value);
    return inner.length === 1 && inner[0] === place ? [place] : variants(inner.map(bare), value);
  });
}
