import type { Connection } from "./connection.ts";

export async function hasUnreadSignals(sql: Connection, shard: number, personId: string): Promise<boolean> {
  const rows = await sql`select from inbox where shard = ${shard} and person_id = ${personId} limit 1`;
  return rows.length > 0;
}
