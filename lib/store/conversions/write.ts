import type { Conversion, EnrollmentMove } from "#engine";
import {
  type Connection,
  type Owned,
  peopleOf,
  plain,
  shardsOf,
  toSqlTimestamp,
  workspacesOf,
} from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type NewConversion = Pick<Conversion, "journeyId" | "versionId" | "goalRevision" | "at" | "value"> & {
  readonly shard: number;
  readonly personId: string;
};

/** Keyed by (enrollment, goal), so a goal counts once per enrollment (R26). Returns the rows that are new. */
export async function insertConversions(sql: Connection, rows: readonly Owned<Conversion>[]): Promise<NewConversion[]> {
  return await sql<NewConversion[]>`
    insert into conversions (shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at, value)
    select shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at::timestamptz, value::numeric
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.enrollmentId)}::uuid[],
      ${rows.map(({ row }) => row.goalRevision)}::text[], ${workspacesOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.journeyId)}::uuid[], ${rows.map(({ row }) => row.versionId)}::uuid[],
      ${peopleOf(rows)}::uuid[], ${rows.map(({ row }) => row.eventId)}::uuid[],
      ${rows.map(({ row }) => toSqlTimestamp(row.at))}::text[], ${rows.map(({ row }) => row.value?.toString() ?? null)}::text[]
    ) as new (shard, enrollment_id, goal_revision, workspace_id, journey_id, version_id, person_id, event_id, at, value)
    on conflict do nothing
    returning shard, person_id as "personId", journey_id as "journeyId", version_id as "versionId",
      goal_revision as "goalRevision", floor(date_part('epoch', at) * 1000 + 0.0005) as at, value::float8 as value`;
}

/** A conversion that changed version, with the version under which it was counted before. */
export type MovedConversion = {
  readonly shard: number;
  readonly journeyId: string;
  readonly versionId: string;
  readonly toVersionId: string;
  readonly goalRevision: string;
  readonly value: number | null;
};

/**
 * Sets the new version on conversions of enrollments that change version. Returns the conversions that had another
 * version before.
 */
export async function moveConversionsTo(
  sql: Connection,
  rows: readonly Owned<EnrollmentMove>[],
): Promise<MovedConversion[]> {
  const last = [...new Map(rows.map((owned) => [owned.row.id, owned])).values()];
  return await sql<MovedConversion[]>`
    update conversions set version_id = moved.version_id
    from unnest(
      ${plain(shardsOf(last))}::int[], ${plain(last.map(({ row }) => row.id))}::uuid[],
      ${plain(last.map(({ row }) => row.toVersionId))}::uuid[]
    ) as moved (shard, enrollment_id, version_id)
    join conversions as before using (shard, enrollment_id)
    where conversions.shard = before.shard ${ofOneShard(sql, "conversions", shardsOf(last))}
      ${ofOneShard(sql, "before", shardsOf(last))} and conversions.enrollment_id = before.enrollment_id
      and conversions.goal_revision = before.goal_revision and before.version_id <> moved.version_id
    returning conversions.shard, conversions.journey_id as "journeyId", before.version_id as "versionId",
      conversions.version_id as "toVersionId", conversions.goal_revision as "goalRevision", conversions.value::float8 as value`;
}
