import { type Connection, microsOf, type Owner } from "./connection.ts";
import type { MailboxRow } from "./read-inbox.ts";

/** All mail of a person, the merge first if nothing was left before it. */
export async function readMailOf(sql: Connection, owner: Owner): Promise<MailboxRow[]> {
  return await sql<MailboxRow[]>`
    select shard, ${microsOf(sql, "inbox")} as "receivedAt", floor(extract(epoch from received_at) * 1000)::float8 as at, id,
      workspace_id as "workspaceId", person_id as "personId", kind, attempts, payload
    from inbox
    where shard = ${owner.shard} and person_id = ${owner.personId}
    order by received_at, id`;
}
