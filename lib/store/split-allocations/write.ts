import { raiseRevision } from "../engine-config/write.ts";
import type { Connection } from "../sql/connection.ts";

export type AllocationClaim = {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly workspaceId: string;
  readonly basis: string;
  readonly now: string;
  /** Looked at later than this: another process has done it. */
  readonly since: string;
};

/**
 * Takes the hour's look at a split, locked until the transaction ends: the second process waits, and then finds it done.
 * Shares learned for other paths than the published ones are forgotten. Answers the weights so far; undefined = not ours.
 */
export async function claimAllocation(
  sql: Connection,
  { journeyId, nodeId, workspaceId, basis, now, since }: AllocationClaim,
): Promise<{ weights: Record<string, number> | null } | undefined> {
  const [row] = await sql<{ weights: Record<string, number> | null }[]>`
    insert into split_allocations as known (journey_id, node_id, workspace_id, source, basis, checked_at)
    values (${journeyId}, ${nodeId}, ${workspaceId}, 'thompson', ${basis}, ${now}::timestamptz)
    on conflict (journey_id, node_id) do update
      set checked_at = excluded.checked_at, source = 'thompson', basis = excluded.basis, edge_id = null,
        weights = case when known.basis = excluded.basis then known.weights end
      where known.basis <> excluded.basis or (known.source = 'thompson' and known.checked_at <= ${since}::timestamptz)
    returning weights`;
  return row;
}

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
  await raiseRevision(sql);
}
