import { ALL_SHARDS } from "#db";
import type { Connection } from "./connection.ts";

/** Of some versions those that people stand on. */
export async function findStoodOn(sql: Connection, versionIds: readonly string[]): Promise<string[]> {
  if (versionIds.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    select v.id from versions v
    where v.id = any(${[...versionIds]}::text[]::uuid[]) and exists (
      select from unnest(${[...ALL_SHARDS]}::int[]) as looked (shard)
      join positions p on p.shard = looked.shard and p.journey_id = v.journey_id and p.version_id = v.id)`;
  return rows.map(({ id }) => id);
}
