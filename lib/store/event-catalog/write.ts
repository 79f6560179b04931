import { eq } from "drizzle-orm";
import type { Transaction } from "#db";
import type { Connection } from "../sql/connection.ts";
import { eventCatalog } from "./table.ts";

type Row = { readonly workspaceId: string; readonly name: string; readonly count: number };

/** The rows are sorted, because several processes flush at the same time and would deadlock otherwise. */
export async function upsertEventCatalog(sql: Connection, rows: readonly Row[]): Promise<void> {
  await sql`
    insert into event_catalog as known (workspace_id, name, count)
    select workspace_id, name, count
    from unnest(
      ${rows.map((row) => row.workspaceId)}::uuid[], ${rows.map((row) => row.name)}::text[],
      ${rows.map((row) => row.count)}::bigint[]
    ) as seen (workspace_id, name, count)
    where exists (select from workspaces where workspaces.id = seen.workspace_id)
    order by workspace_id, name
    on conflict (workspace_id, name) do update
      set count = known.count + excluded.count, last_seen_at = excluded.last_seen_at`;
}

export async function deleteEventNames(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.delete(eventCatalog).where(eq(eventCatalog.workspaceId, workspaceId));
}
