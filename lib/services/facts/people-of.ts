import { shardOf } from "#db";
import type { Reader } from "#services";

/** People as rows (shard, id) for a join: each costs one look into the primary key. */
export function peopleOf(ctx: Reader, ids: readonly string[]) {
  return ctx.database.sql`
    unnest(${ids.map(shardOf)}::int[], ${[...ids]}::text[]::uuid[]) as wanted (shard, id)`;
}
