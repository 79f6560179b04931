import { sameJson } from "#dialects";

type Fields = Readonly<Record<string, unknown>>;

/** The fields of `after` that `before` has otherwise; null and absent are the same. */
export function differingFields(before: Fields, after: Fields): string[] {
  return Object.keys(after).filter((field) => !sameJson(before[field] ?? null, after[field] ?? null));
}
