import type { Connection } from "./connection.ts";

/** How often a person's mail was met in a refused batch: the first thing to look at when someone is stuck (R17). */
export async function noteAttempts(
  sql: Connection,
  shards: readonly number[],
  people: readonly string[],
): Promise<void> {
  await sql`
    update inbox set attempts = least(attempts + 1, 1000)
    where shard = any(${[...shards]}::smallint[]) and person_id = any(${[...people]}::uuid[])`;
}
