import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/** Messages of a workspace that policies hold become due, a shard at a time, because the policies have changed. */
export async function lookAgain(sql: Connection, workspaceId: string): Promise<void> {
  for (const shard of ALL_SHARDS)
    await sql`
      update deliveries set next_attempt_at = clock_timestamp()
      where shard = ${shard} and status = 'queued' and held_until is not null and workspace_id = ${workspaceId}
        and next_attempt_at > clock_timestamp()`;
}
