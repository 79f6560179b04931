import type { PersonPatch } from "#engine";
import { isObject } from "#values";

export type Older = {
  readonly patch: PersonPatch /** Where the patch said what was said again since. */;
  readonly fields: string[];
};

/** The fields of a patch that no later patch has set. */
export function withoutNewer(patch: PersonPatch, later: readonly PersonPatch[]): Older {
  const traits = new Set(later.flatMap((one) => Object.keys(one.traits ?? {})));
  const tags = new Set(later.flatMap((one) => [...(one.addTags ?? []), ...(one.removeTags ?? [])]));
  const segments = new Set(later.flatMap((one) => [...(one.addSegments ?? []), ...(one.removeSegments ?? [])]));
  const known: Record<string, ReadonlySet<string>> = {
    addTags: tags,
    removeTags: tags,
    addSegments: segments,
    removeSegments: segments,
  };
  const fields: string[] = [];
  const drop = (field: string): false => {
    fields.push(field);
    return false;
  };
  const kept = Object.entries(patch).flatMap(([field, value]) => {
    if (field === "traits" && isObject(value))
      return [
        [field, Object.fromEntries(Object.entries(value).filter(([key]) => !traits.has(key) || drop(`traits.${key}`)))],
      ];
    const names = known[field];
    if (names && Array.isArray(value))
      return [[field, value.filter((name) => !names.has(name) || drop(`${field}.${name}`))]];
    return later.some((one) => field in one) && !drop(field) ? [] : [[field, value]];
  });
  return { patch: Object.fromEntries(kept), fields };
}
