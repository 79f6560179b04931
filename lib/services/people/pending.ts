import { ALL_SHARDS } from "#db";
import type { PersonPatch } from "#engine";
import type { Context } from "#services";
import type { PersonRow } from "./person-row.ts";

type Pending = { person_id: string; payload: { patch?: PersonPatch } };

/** Patches that wait in the mailbox already count for whoever reads the person (R1). */
export async function overlayPending(ctx: Context, rows: readonly PersonRow[]): Promise<PersonRow[]> {
  if (rows.length === 0) return [];
  const pending = await ctx.database.sql<Pending[]>`
    select person_id, payload from inbox
    where shard = any(${ALL_SHARDS}::smallint[]) and person_id = any(${rows.map((row) => row.id)}::uuid[])
      and kind = 'patch'
    order by received_at, id`;
  const patches = Map.groupBy(pending, (signal) => signal.person_id);
  return rows.map((row) =>
    (patches.get(row.id) ?? []).reduce((person, { payload }) => patched(person, payload.patch), row),
  );
}

/** The person with one patch applied, by the engine's own meaning of it. */
export function patched(person: PersonRow, patch: PersonPatch | undefined): PersonRow {
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
