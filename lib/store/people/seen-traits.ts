import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type FieldTypes, jsonType } from "../sql/field-types.ts";
import { readSharedValues, type SharedValue } from "../sql/shared-values.ts";

/** How many of the newest people are looked at. */
const SAMPLE = 6_400;

/** Of the newest people of a workspace: how many there are, and which traits they have. */
export async function readSeenTraits(
  sql: Connection,
  workspaceId: string,
): Promise<{ readonly sampled: number; readonly traits: FieldTypes[] }> {
  const newest = newestPeople(sql, workspaceId);
  const [[counted], traits] = await Promise.all([
    sql<{ count: number }[]>`select count(*)::int as count from (${newest}) seen`,
    sql<FieldTypes[]>`
      select property.key as field, ${jsonType(sql, "property.value")} as type, count(*)::int as count
      from (${newest}) seen cross join lateral json_each(seen.traits::json) property
      group by 1, 2`,
  ]);
  return { sampled: counted?.count ?? 0, traits };
}

const newestPeople = (sql: Connection, workspaceId: string) => sql`
  select id, traits, tags, stage from people
  where shard = any(${[...ALL_SHARDS]}::smallint[]) and workspace_id = ${workspaceId} and merged_into is null
  order by created_at desc limit ${SAMPLE}`;

type Labels = { readonly tags: readonly Labelled[]; readonly stages: readonly Labelled[] };
type Labelled = { readonly name: string; readonly count: number };

/** Of the newest people of a workspace: which values of traits several of them share, and their tags and stages. */
export async function readSeenLabels(
  sql: Connection,
  workspaceId: string,
  most: number,
): Promise<Labels & { readonly values: readonly SharedValue[] }> {
  const newest = newestPeople(sql, workspaceId);
  const [values, tags, stages] = await Promise.all([
    readSharedValues(sql, sql`select id as person, '' as event, traits::json as record from (${newest}) newest`),
    sql<Labelled[]>`
      select name, count(*)::int as count from (${newest}) newest cross join lateral unnest(newest.tags) as name
      group by 1 order by 2 desc, 1 limit ${most}`,
    sql<Labelled[]>`
      select stage as name, count(*)::int as count from (${newest}) newest where stage is not null
      group by 1 order by 2 desc, 1 limit ${most}`,
  ]);
  return { values, tags: [...tags], stages: [...stages] };
}
