import { shardOf, type TransactionSql } from "#db";
import { remembered, type Sent } from "#policies";
import { takePlaces } from "./write.ts";

/** Counts what has reached a person already, such as content shown in a page: under the lock of the row, if there is one. */
export async function countSent(
  sql: TransactionSql,
  { workspaceId, personId }: { readonly workspaceId: string; readonly personId: string },
  one: Sent,
): Promise<void> {
  // Nobody can change a row that is locked; the second time is for a row that another made meanwhile.
  for (let round = 0; round < 3; round++) {
    const [known] = await sql<{ sent: readonly Sent[]; version: number }[]>`
      select sent, version from send_usage where shard = ${shardOf(personId)} and person_id = ${personId} for update`;
    const { sent, version } = known ?? { sent: [], version: 0 };
    if (sent.some(({ id }) => id === one.id)) return;
    const usage = { personId, workspaceId, sent: [...remembered(sent, one.at), one], version };
    if ((await takePlaces(sql, [usage])).size > 0) return;
  }
}
