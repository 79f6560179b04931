import type { Conversion } from "#engine";
import { type Connection, type Owned, peopleOf, shardsOf, toSqlTimestamp, workspacesOf } from "../sql/connection.ts";

export type NewConversion = Pick<Conversion, "journeyId" | "versionId" | "goalRevision" | "at"> & {
  readonly shard: number;
  readonly personId: string;
};

/** Keyed by (enrollment, goal): a goal counts once for each enrollment (R26). Answers those it was new for. */
export async function insertConversions(sql: Connection, rows: readonly Owned<Conversion>[]): Promise<NewConversion[]> {
  return await sql<NewConversion[]>`
    insert into conversions (shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at)
    select shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at::timestamptz
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.enrollmentId)}::uuid[],
      ${rows.map(({ row }) => row.goalRevision)}::text[], ${workspacesOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.journeyId)}::uuid[], ${rows.map(({ row }) => row.versionId)}::uuid[],
      ${peopleOf(rows)}::uuid[], ${rows.map(({ row }) => row.eventId)}::uuid[],
      ${rows.map(({ row }) => toSqlTimestamp(row.at))}::text[]
    ) as new (shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at)
    on conflict do nothing
    returning shard, person_id as "personId", journey_id as "journeyId", version_id as "versionId",
      goal_revision as "goalRevision", floor(date_part('epoch', at) * 1000 + 0.0005) as at`;
}
