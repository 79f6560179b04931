import type { JsonObject } from "#journey";
import type { Person } from "../advance-input.ts";
import { sameValue } from "../guards/index.ts";
import type { PersonPatch } from "../signal.ts";

/** The person after a patch, and the old values of what it changed; null when it changes nothing. */
export function patchPerson(
  person: Person,
  patch: PersonPatch,
): { readonly person: Person; readonly before: JsonObject } | null {
  const before: Record<string, unknown> = {};
  const traits = patchTraits(person, patch.traits, before);
  const tags = patchList(person.tags, patch.addTags, patch.removeTags);
  const segments = patchList(person.segments, patch.addSegments, patch.removeSegments);
  if (tags !== person.tags) before.tags = person.tags;
  if (segments !== person.segments) before.segments = person.segments;
  const changed: { -readonly [Key in keyof Person]?: Person[Key] } = {};
  for (const key of ["stage", "externalId", "anonymousId"] as const) {
    const value = patch[key];
    if (value === undefined || value === person[key]) continue;
    before[key] = person[key];
    changed[key] = value;
  }
  if (Object.keys(before).length === 0) return null;
  return { person: { ...person, ...changed, traits, tags, segments }, before };
}

function patchTraits(person: Person, patch: JsonObject | undefined, before: Record<string, unknown>): JsonObject {
  if (patch === undefined) return person.traits;
  const old: Record<string, unknown> = {};
  const traits: Record<string, unknown> = { ...person.traits };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined || sameValue(traits[key] ?? null, value)) continue;
    old[key] = traits[key] ?? null;
    if (value === null) delete traits[key];
    else traits[key] = value;
  }
  if (Object.keys(old).length === 0) return person.traits;
  before.traits = old;
  return traits;
}

function patchList(
  list: readonly string[],
  add: readonly string[] | undefined,
  remove: readonly string[] | undefined,
): readonly string[] {
  const fresh = (add ?? []).filter((item, index, all) => !list.includes(item) && all.indexOf(item) === index);
  const gone = (remove ?? []).filter((item) => list.includes(item));
  if (fresh.length === 0 && gone.length === 0) return list;
  return [...list.filter((item) => !gone.includes(item)), ...fresh];
}
