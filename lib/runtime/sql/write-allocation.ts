import type { Connection } from "./connection.ts";

/** New shares, which every batch that begins after this commits goes by (R14); null = those of the canvas. */
export async function writeAllocation(
  sql: Connection,
  split: { readonly journeyId: string; readonly nodeId: string; readonly now: string },
  weights: Readonly<Record<string, number>> | null,
): Promise<void> {
  await sql`
    update split_allocations set weights = ${weights === null ? null : JSON.stringify(weights)}::text::jsonb,
      at = ${split.now}::timestamptz
    where journey_id = ${split.journeyId} and node_id = ${split.nodeId}`;
  await sql`update engine_config set revision = revision + 1`;
}
