import { type Connection, plain } from "./connection.ts";

/** Which of these people of one shard have unread signals. */
export async function readPeopleWithSignals(
  sql: Connection,
  shard: number,
  people: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select distinct person_id as id from inbox where shard = ${shard} and person_id = any(${plain(people)}::uuid[])`;
  return new Set(rows.map((row) => row.id));
}
