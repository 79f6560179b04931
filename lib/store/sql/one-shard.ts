import type { Fragment } from "#db";
import type { Connection } from "./connection.ts";

/**
 * Names the shard where all rows of a statement are of one: `and positions.shard = $1`. `row` is the name of the sharded
 * table in the statement. A cluster then sends the whole statement to the one node that has the shard, where it may use
 * what no statement on several nodes may; its batches claim one shard at a time for that. Elsewhere batches claim several,
 * and the list of shards that the statement joins stays alone.
 */
export function ofOneShard(sql: Connection, row: string, shards: readonly number[]): Fragment {
  const [first] = shards;
  if (first === undefined || shards.some((shard) => shard !== first)) return sql``;
  return sql`and ${sql(row)}.shard = ${first}`;
}
