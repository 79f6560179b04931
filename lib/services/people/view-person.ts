import { ALL_SHARDS } from "#db";
import { type Context, iso, isoOrNull } from "#services";
import { overlayPending } from "./pending.ts";
import type { PersonRow } from "./person-row.ts";
import type { Person } from "./schema.ts";

/** Rows as the API shows them: with what still waits in the mailbox, and the segments they are in. */
export async function viewPeople(ctx: Context, rows: readonly PersonRow[]): Promise<Person[]> {
  const [current, segments] = await Promise.all([overlayPending(ctx, rows), loadSegments(ctx, rows)]);
  return current.map((row) => ({
    id: row.id,
    externalId: row.external_id,
    anonymousId: row.anonymous_id,
    traits: row.traits,
    tags: row.tags,
    stage: row.stage,
    segments: (segments.get(row.id) ?? []).map(({ id, key, name }) => ({ id, key, name })),
    lastSeenAt: isoOrNull(row.last_seen_at),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  }));
}

export async function viewPerson(ctx: Context, row: PersonRow): Promise<Person> {
  const [person] = await viewPeople(ctx, [row]);
  if (!person) throw new Error("a person without a view");
  return person;
}

type Membership = { person_id: string; id: string; key: string; name: string };

async function loadSegments(ctx: Context, rows: readonly PersonRow[]): Promise<Map<string, Membership[]>> {
  if (rows.length === 0) return new Map();
  const found = await ctx.database.sql<Membership[]>`
    select m.person_id, s.id, s.key, s.name
    from segment_members m join segments s on s.id = m.segment_id
    where m.shard = any(${ALL_SHARDS}::smallint[]) and m.person_id = any(${rows.map((row) => row.id)}::uuid[])
      and s.workspace_id = ${ctx.workspaceId}
    order by s.name`;
  return Map.groupBy(found, (membership) => membership.person_id);
}
