import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/**
 * Claims the check of all workspaces with a sampling flow that was not checked since a time, and locks those flows until
 * the transaction ends. A second process waits, and then finds the check done.
 */
export async function claimLearning(
  sql: Connection,
  { now, since }: { readonly now: string; readonly since: string },
): Promise<string[]> {
  const rows = await sql<{ workspaceId: string }[]>`
    update decision_flows set learned_at = ${now}::timestamptz
    where sampling <> 'off' and archived_at is null and (learned_at is null or learned_at <= ${since}::timestamptz)
    returning workspace_id as "workspaceId"`;
  return [...new Set(rows.map(({ workspaceId }) => workspaceId))];
}

/** Copies the counters of a workspace's offers to where decisions read them; true if one changed. */
export async function writeLearned(sql: Connection, workspaceId: string): Promise<boolean> {
  const rows = await sql`
    with counted as (
      select offer_id, greatest(sum(sent), sum(impressions)) as shown, sum(clicks) as clicks,
        sum(conversions) as conversions
      from offer_counts where shard = any(${ALL_SHARDS}::smallint[]) and workspace_id = ${workspaceId}
      group by offer_id
    ), seen as (
      select offer_id, jsonb_build_object('shown', shown, 'clicks', clicks, 'conversions', conversions) as learned
      from counted
    )
    update offers set learned = seen.learned from seen
    where offers.id = seen.offer_id and offers.workspace_id = ${workspaceId}
      and offers.learned is distinct from seen.learned
    returning offers.id`;
  return rows.length > 0;
}
