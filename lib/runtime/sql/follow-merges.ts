import { shardOf } from "#db";
import type { Connection } from "./connection.ts";

const MOST_HOPS = 20;

/** Whom a person has become by merges, themselves included; `null` = nobody is left of them. */
export async function followMerges(sql: Connection, personId: string): Promise<string | null> {
  let id = personId;
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const [row] = await sql<{ mergedInto: string | null }[]>`
      select merged_into as "mergedInto" from people where shard = ${shardOf(id)} and id = ${id}`;
    if (row === undefined) return null;
    if (row.mergedInto === null) return id;
    id = row.mergedInto;
  }
  return null;
}
