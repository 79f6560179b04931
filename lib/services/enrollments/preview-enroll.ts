import { ALL_SHARDS, shardOf } from "#db";
import { type Context, requireRole } from "#services";
import { findJourney } from "#services/journeys";
import { lookUpPeople } from "#services/people";
import { unknownOf } from "./named-people.ts";
import { readPeople } from "./read-people.ts";
import type { EnrollInput, EnrollPreview } from "./schema.ts";
import { segmentOf } from "./segment-of.ts";

type Counts = { people: number; withEmail: number };

/** Whom an input names and how many of them a message can reach. Enrolls and creates nobody. */
export async function previewEnroll(ctx: Context, reference: string, input: EnrollInput): Promise<EnrollPreview> {
  requireRole(ctx, "editor");
  await findJourney(ctx, reference);
  if (input.segmentId !== undefined) {
    const counts = await countMembers(ctx, await segmentOf(ctx, String(input.segmentId)));
    return { ...counts, unknown: { count: 0, first: [] } };
  }
  const named = input.people ?? readPeople(input.csv ?? "");
  const found = await lookUpPeople(ctx, named);
  const personIds = [...new Set(found.filter((id) => id !== null))];
  return { ...(await countPeople(ctx, personIds)), unknown: unknownOf(named, found) };
}

async function countMembers(ctx: Context, segmentId: string): Promise<Counts> {
  const [counts] = await ctx.database.sql<Counts[]>`
    select count(*)::int as people,
      count(*) filter (where btrim(coalesce(p.traits ->> 'email', '')) <> '')::int as "withEmail"
    from segment_members m join people p on p.shard = m.shard and p.id = m.person_id
    where m.shard = any(${ALL_SHARDS}::smallint[]) and m.segment_id = ${segmentId}`;
  return counts ?? { people: 0, withEmail: 0 };
}

async function countPeople(ctx: Context, personIds: readonly string[]): Promise<Counts> {
  if (personIds.length === 0) return { people: 0, withEmail: 0 };
  const [counts] = await ctx.database.sql<Counts[]>`
    select count(*)::int as people,
      count(*) filter (where btrim(coalesce(traits ->> 'email', '')) <> '')::int as "withEmail"
    from people
    where shard = any(${[...new Set(personIds.map(shardOf))]}::smallint[]) and id = any(${[...personIds]}::uuid[])
      and workspace_id = ${ctx.workspaceId}`;
  return counts ?? { people: 0, withEmail: 0 };
}
