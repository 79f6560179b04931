import { shardOf } from "#db";
import type { Person, PersonPatch } from "#engine";
import { readPatches } from "../inbox/read.ts";
import { readPeopleWithEntries } from "../people/read.ts";
import { readMemberships } from "../segment-members/read.ts";
import type { Connection } from "../sql/connection.ts";

/**
 * People of a workspace as the engine will see them: changes that wait in the inbox are applied (R1). Ids that nobody has,
 * or only a merged person, are left out. All of it has to be read in one snapshot of the database.
 */
export async function readPersons(sql: Connection, workspaceId: string, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const [shards, people] = [ids.map(shardOf), [...ids]];
  const [rows, memberships, patches] = await Promise.all([
    readPeopleWithEntries(sql, shards, people),
    readMemberships(sql, shards, people),
    readPatches(sql, shards, people),
  ]);
  const segmentsOf = Map.groupBy(memberships, (row) => row.personId);
  const patchesOf = Map.groupBy(patches, (row) => row.personId);
  return rows
    .filter((row) => row.workspaceId === workspaceId && row.mergedInto === null)
    .map(({ workspaceId: _of, mergedInto: _into, latestEntryAt, ...row }) => {
      const segments = (segmentsOf.get(row.id) ?? []).map((membership) => membership.segmentId);
      const person: Person = { ...row, segments, lastEnteredAt: latestEntryAt };
      return (patchesOf.get(row.id) ?? []).reduce(
        (before, { patch }) => (patch ? withPatch(before, patch) : before),
        person,
      );
    });
}

/** The person with a change applied, as the engine applies it. */
function withPatch(person: Person, patch: PersonPatch): Person {
  const merged = (before: readonly string[], added: readonly string[] = [], removed: readonly string[] = []) =>
    [...new Set([...before, ...added])].filter((one) => !removed.includes(one));
  const traits = Object.entries({ ...person.traits, ...patch.traits }).filter(([, value]) => value !== null);
  return {
    ...person,
    traits: Object.fromEntries(traits),
    tags: merged(person.tags, patch.addTags, patch.removeTags),
    segments: merged(person.segments, patch.addSegments, patch.removeSegments),
    stage: patch.stage === undefined ? person.stage : patch.stage,
    externalId: patch.externalId ?? person.externalId,
    anonymousId: patch.anonymousId ?? person.anonymousId,
  };
}
