import { shardOf } from "#db";
import type { Connection } from "./connection.ts";
import type { UnreadSignal } from "./read-inbox.ts";

/** Signals that still came for a merged person, on to the one who is left, under its old time and place (R39). */
export async function forwardInbox(sql: Connection, rows: readonly UnreadSignal[], to: string): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shardOf(to)}, to_timestamp(received_at / 1000000), id, workspace_id, ${to}, kind, payload::json
    from unnest(
      ${rows.map((row) => row.receivedAt)}::float8[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.workspaceId)}::uuid[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => JSON.stringify(row.payload))}::text[]
    ) as moved (received_at, id, workspace_id, kind, payload)
    on conflict do nothing`;
}
