import { shardOf, type TransactionSql } from "#db";
import { type PersonPatch, patchPerson } from "#engine";
import { findWaitingPeople } from "#store/inbox";
import { readPeople } from "#store/people";

type Change = { readonly personId: string; readonly patch: PersonPatch };

/**
 * The people of whom a list says only what is known already: a patch that changes nothing has no consequence, so it need
 * not go through the inbox. A person with unread signals is not among them, as those may change the person first (R18);
 * what arrives meanwhile counts as having come later. Of a person with several rows all must change nothing.
 */
export async function findUnchanged(sql: TransactionSql, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(changes.map(({ personId }) => personId))];
  if (ids.length === 0) return new Set();
  const shards = ids.map(shardOf);
  const waiting = await findWaitingPeople(sql, shards, ids);
  const people = new Map((await readPeople(sql, shards, ids)).map((person) => [person.id, person]));
  const unchanged = new Set(ids.filter((id) => people.get(id)?.mergedInto === null && !waiting.has(id)));
  for (const { personId, patch } of changes) {
    const person = unchanged.has(personId) ? people.get(personId) : undefined;
    if (person && !changesNothing(person, patch)) unchanged.delete(personId);
  }
  return unchanged;
}

function changesNothing(person: Awaited<ReturnType<typeof readPeople>>[number], patch: PersonPatch): boolean {
  try {
    return patchPerson({ ...person, segments: [] }, patch) === null;
  } catch {
    // The batch finds out whose change cannot be made, and keeps it with the reason (R17).
    return false;
  }
}
