import type { PersonPatch } from "#engine";
import type { ShownPerson } from "#store/people";

/** The person with a patch applied that waits in the inbox, by the engine's own meaning of it (R1). */
export function patched(person: ShownPerson, patch: PersonPatch | null): ShownPerson {
  if (!patch) return person;
  const traits = Object.entries({ ...person.traits, ...patch.traits }).filter(([, value]) => value !== null);
  const removed = new Set(patch.removeTags);
  const tags = [...new Set([...person.tags, ...(patch.addTags ?? [])])].filter((tag) => !removed.has(tag));
  return {
    ...person,
    traits: Object.fromEntries(traits),
    tags,
    stage: patch.stage === undefined ? person.stage : patch.stage,
    external_id: patch.externalId ?? person.external_id,
    anonymous_id: patch.anonymousId ?? person.anonymous_id,
  };
}
