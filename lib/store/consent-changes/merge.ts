import type { TransactionSql } from "#db";
import type { Owner } from "../sql/index.ts";

/** Moves the history of a merged person; after the tombstone, because until then answers may still be stored (R39). */
export async function moveConsentChanges(sql: TransactionSql, from: Owner, to: Owner): Promise<void> {
  if (from.shard === to.shard) {
    await sql`update consent_changes set person_id = ${to.personId}
      where shard = ${from.shard} and person_id = ${from.personId}`;
    return;
  }
  await sql`
    insert into consent_changes
      (shard, id, workspace_id, person_id, at, what, topic, channel, former, current, source, reason)
    select ${to.shard}, id, workspace_id, ${to.personId}, at, what, topic, channel, former, current, source, reason
    from consent_changes where shard = ${from.shard} and person_id = ${from.personId}`;
  await sql`delete from consent_changes where shard = ${from.shard} and person_id = ${from.personId}`;
}
