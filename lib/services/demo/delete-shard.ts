import type { Database } from "#db";

/** Tables of a shard that name the workspace themselves. */
const BY_WORKSPACE = [
  "inbox",
  "rejected_signals",
  "positions",
  "queued_actions",
  "deliveries",
  "history",
  "conversions",
  "split_choices",
  "exposures",
  "enrollments",
  "near_misses",
  "events",
  "identities",
  "message_ids",
  "segment_rechecks",
  "date_starts",
] as const;

/** Empties one shard of a workspace under the shard's lock, so that no batch writes beside it. Answers how many people went. */
export async function deleteShard(
  database: Database,
  shard: number,
  workspaceId: string,
  journeyIds: readonly string[],
): Promise<number> {
  return database.sql.begin(async (sql) => {
    await sql`select 1 from shards where shard = ${shard} for update`;
    const journeys = [...journeyIds];
    await sql`delete from node_counts where shard = ${shard} and journey_id = any(${journeys}::uuid[])`;
    await sql`delete from journey_counts where shard = ${shard} and journey_id = any(${journeys}::uuid[])`;
    await sql`delete from goal_counts where shard = ${shard} and journey_id = any(${journeys}::uuid[])`;
    await sql`delete from exposure_counts where shard = ${shard} and journey_id = any(${journeys}::uuid[])`;
    await sql`delete from version_moves where shard = ${shard} and journey_id = any(${journeys}::uuid[])`;
    const ofPeople = sql`person_id in (select id from people where shard = ${shard} and workspace_id = ${workspaceId})`;
    await sql`delete from segment_members where shard = ${shard} and ${ofPeople}`;
    await sql`delete from person_changes where shard = ${shard} and ${ofPeople}`;
    for (const table of BY_WORKSPACE) {
      await sql`delete from ${sql(table)} where shard = ${shard} and workspace_id = ${workspaceId}`;
    }
    const people = await sql`delete from people where shard = ${shard} and workspace_id = ${workspaceId}`;
    await sql`
      delete from operation_shards where shard = ${shard}
        and operation_id in (select id from operations where workspace_id = ${workspaceId})`;
    return people.count;
  });
}
