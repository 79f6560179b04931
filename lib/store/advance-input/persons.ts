import { shardOf } from "#db";
import { type Person, patchPerson } from "#engine";
import { readPatches } from "../inbox/read.ts";
import { readPeopleWithEntries } from "../people/read.ts";
import { readMemberships } from "../segment-members/read.ts";
import type { Connection } from "../sql/connection.ts";

/**
 * People of a workspace as the engine will see them: changes in the inbox are applied (R1). Unknown ids, and ids of
 * merged people, are left out. All of it has to be read in one snapshot of the database.
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
        (before, { patch }) => (patch && patchPerson(before, patch)?.person) ?? before,
        person,
      );
    });
}
