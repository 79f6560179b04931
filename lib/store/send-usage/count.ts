import { shardOf, type TransactionSql } from "#db";
import { idEnd, remembered, type Sent } from "#policies";
import { type StoredPlaces, sentOf, storedPlaces } from "./places.ts";
import { takePlaces } from "./write.ts";

/** Counts what has reached a person already, such as content shown in a page: under the lock of the row, if there is one. */
export async function countSent(
  sql: TransactionSql,
  { workspaceId, personId }: { readonly workspaceId: string; readonly personId: string },
  one: Sent,
): Promise<void> {
  // Nobody can change a row that is locked; the second time is for a row that another made meanwhile.
  for (let round = 0; round < 3; round++) {
    const [known] = await sql<(StoredPlaces & { version: number })[]>`
      select ${storedPlaces(sql)}, version from send_usage where shard = ${shardOf(personId)} and person_id = ${personId} for update`;
    const sent = known ? sentOf(known) : [];
    if (sent.some(({ id }) => id === idEnd(one.id))) return;
    const usage = { personId, workspaceId, sent: [...remembered(sent, one.at), one], version: known?.version ?? 0 };
    if ((await takePlaces(sql, [usage])).size > 0) return;
  }
}
