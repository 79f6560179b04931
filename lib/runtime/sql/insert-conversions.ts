import type { Conversion } from "#engine";
import { type Connection, moment, type Owned, peopleOf, shardsOf, workspacesOf } from "./connection.ts";

/** Keyed by (enrollment, goal revision): a goal counts once for each trip (R26). Answers the trips it was new for. */
export async function insertConversions(
  sql: Connection,
  rows: readonly Owned<Conversion>[],
): Promise<{ enrollmentId: string; goalRevision: string }[]> {
  return await sql<{ enrollmentId: string; goalRevision: string }[]>`
    insert into conversions (shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at)
    select shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at::timestamptz
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.enrollmentId)}::uuid[],
      ${rows.map(({ row }) => row.goalRevision)}::text[], ${workspacesOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.journeyId)}::uuid[], ${rows.map(({ row }) => row.versionId)}::uuid[],
      ${peopleOf(rows)}::uuid[], ${rows.map(({ row }) => row.eventId)}::uuid[],
      ${rows.map(({ row }) => moment(row.at))}::text[]
    ) as new (shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at)
    on conflict do nothing
    returning enrollment_id as "enrollmentId", goal_revision as "goalRevision"`;
}
