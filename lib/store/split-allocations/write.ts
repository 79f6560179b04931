import { raiseRevision } from "../engine-config/write.ts";
import type { Connection } from "../sql/connection.ts";

export type AllocationClaim = {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly workspaceId: string;
  readonly basis: string;
  readonly now: string;
  /** A split checked later than this was already done by another process. */
  readonly since: string;
};

/**
 * Claims the hourly check of a split and locks it until the transaction ends. A second process waits, and then finds
 * the check done. Shares learned for other paths than the published ones are dropped. Returns the present weights;
 * undefined: the claim failed.
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

/** Stores new shares, which apply to every batch that starts after the commit (R14); null: those of the canvas. */
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
