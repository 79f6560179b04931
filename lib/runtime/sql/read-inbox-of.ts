import { type Connection, microsOf, type Owner } from "./connection.ts";
import type { UnreadSignal } from "./read-inbox.ts";

/** All signals of a person, the merge first if nothing was left before it. */
export async function readInboxOf(sql: Connection, owner: Owner): Promise<UnreadSignal[]> {
  return await sql<UnreadSignal[]>`
    select shard, ${microsOf(sql, "inbox")} as "receivedAt", floor(extract(epoch from received_at) * 1000)::float8 as at, id,
      workspace_id as "workspaceId", person_id as "personId", kind, attempts, payload
    from inbox
    where shard = ${owner.shard} and person_id = ${owner.personId}
    order by received_at, id`;
}
