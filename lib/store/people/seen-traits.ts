import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type FieldTypes, jsonType } from "../sql/field-types.ts";

/** How many of the newest people are looked at. */
const SAMPLE = 6_400;

/** Of the newest people of a workspace: how many there are, and which traits they have. */
export async function readSeenTraits(
  sql: Connection,
  workspaceId: string,
): Promise<{ readonly sampled: number; readonly traits: FieldTypes[] }> {
  const newest = sql`
    select traits from people
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and workspace_id = ${workspaceId} and merged_into is null
    order by created_at desc limit ${SAMPLE}`;
  const [[counted], traits] = await Promise.all([
    sql<{ count: number }[]>`select count(*)::int as count from (${newest}) seen`,
    sql<FieldTypes[]>`
      select property.key as field, ${jsonType(sql, "property.value")} as type, count(*)::int as count
      from (${newest}) seen cross join lateral json_each(seen.traits::json) property
      group by 1, 2`,
  ]);
  return { sampled: counted?.count ?? 0, traits };
}
