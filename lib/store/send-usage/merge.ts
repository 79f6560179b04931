import type { TransactionSql } from "#db";
import type { Sent } from "#policies";
import type { Owner } from "../sql/connection.ts";

/** The survivor of a merge has received what both have (R39). */
export async function mergeSendUsage(sql: TransactionSql, from: Owner, to: Owner): Promise<void> {
  const [theirs] = await sql<{ sent: readonly Sent[] }[]>`
    delete from send_usage where shard = ${from.shard} and person_id = ${from.personId} returning sent`;
  if (theirs === undefined) return;
  const [own] = await sql<{ sent: readonly Sent[] }[]>`
    select sent from send_usage where shard = ${to.shard} and person_id = ${to.personId} for update`;
  const both = [...theirs.sent, ...(own?.sent ?? [])].sort((one, other) => one.at - other.at);
  await sql`
    insert into send_usage (shard, person_id, workspace_id, sent, version)
    values (${to.shard}, ${to.personId}, ${to.workspaceId}, ${JSON.stringify(both)}::text::json, 1)
    on conflict (shard, person_id) do update set sent = excluded.sent, version = send_usage.version + 1`;
}
