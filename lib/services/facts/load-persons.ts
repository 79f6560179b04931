import type { Person, PersonPatch } from "#engine";
import type { Snapshot } from "#services";
import { lastEntered } from "./last-entered.ts";
import { peopleOf } from "./people-of.ts";

type Row = Omit<Person, "segments" | "bucketKey"> & { bucketKey: string | null };

/** People as the engine sees them, changes that wait in the inbox included (R1); ids that nobody has are left out. */
export async function loadPersons(ctx: Snapshot, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const { sql } = ctx.database;
  const [rows, memberships, patches] = await Promise.all([
    sql<Row[]>`
      select p.id, external_id as "externalId", anonymous_id as "anonymousId", traits, tags, stage,
        bucket_key as "bucketKey", ${lastEntered(sql, "p")} as "lastEnteredAt",
        floor(date_part('epoch', created_at) * 1000 + 0.0005) as "createdAt"
      from ${peopleOf(ctx, ids)} join people p on p.shard = wanted.shard and p.id = wanted.id
      where p.workspace_id = ${ctx.workspaceId} and p.merged_into is null`,
    sql<{ person: string; segment: string }[]>`
      select m.person_id as person, m.segment_id as segment
      from ${peopleOf(ctx, ids)} join segment_members m on m.shard = wanted.shard and m.person_id = wanted.id`,
    sql<{ person: string; patch: PersonPatch | null }[]>`
      select i.person_id as person, i.payload -> 'patch' as patch
      from ${peopleOf(ctx, ids)} join inbox i on i.shard = wanted.shard and i.person_id = wanted.id
      where i.kind = 'patch' order by i.received_at, i.id`,
  ]);
  const segmentsOf = Map.groupBy(memberships, (row) => row.person);
  const patchesOf = Map.groupBy(patches, (row) => row.person);
  return rows.map(({ bucketKey, ...row }) => {
    const segments = (segmentsOf.get(row.id) ?? []).map((membership) => membership.segment);
    const person: Person = { ...row, segments, ...(bucketKey ? { bucketKey } : {}) };
    return (patchesOf.get(row.id) ?? []).reduce(
      (before, { patch }) => (patch ? changed(before, patch) : before),
      person,
    );
  });
}

/** The person with a change applied, by the engine's own meaning of it. */
function changed(person: Person, patch: PersonPatch): Person {
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
