import { ALL_SHARDS } from "#db";
import type { ExitReason, PastStay, StoredState } from "#engine";
import type { SliceQuery } from "../operations/slice.ts";
import { type Connection, plain, toSqlTimestamp } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import { isHidden } from "./hidden.ts";

export type FinishedEnrollmentRow = {
  readonly personId: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly instanceKey: string;
  readonly status: "completed" | "stopped" | "archived" | "failed";
  readonly exitReason: ExitReason | null;
  readonly epoch: number;
  readonly enrolledAt: number;
  readonly endedAt: number;
};

/** Restricts the result to one journey and to enrollments that started before a time in ms. */
type PastTripsOf = { readonly journeyId: string; readonly before?: number };

/**
 * Finished enrollments for the re-entry rules, latest first. At most 1,000 per person, because under `every` there is
 * one per event (R10).
 */
export async function readFinishedEnrollments(
  sql: Connection,
  shards: number[],
  people: string[],
  only?: PastTripsOf,
): Promise<FinishedEnrollmentRow[]> {
  const ofJourney = only === undefined ? sql`` : sql`and enrollments.journey_id = ${only.journeyId}`;
  const begun = only?.before === undefined ? sql`` : sql`and extract(epoch from enrolled_at) * 1000 < ${only.before}`;
  return await sql<FinishedEnrollmentRow[]>`
    select wanted.id as "personId", past.id as "enrollmentId", journey_id as "journeyId", version_id as "versionId",
      instance_key as "instanceKey",
      case when ${isHidden(sql, "past")} then 'archived' else status end as status, exit_reason as "exitReason", epoch,
      floor(date_part('epoch', enrolled_at) * 1000 + 0.0005) as "enrolledAt",
      floor(date_part('epoch', coalesce(ended_at, enrolled_at)) * 1000 + 0.0005) as "endedAt"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    cross join lateral (
      select * from enrollments
      where enrollments.shard = wanted.shard ${ofOneShard(sql, "enrollments", shards)}
        and enrollments.person_id = wanted.id and status <> 'active'
        ${ofJourney} ${begun}
      order by enrolled_at desc
      limit 1000
    ) past`;
}

export type StayRow = PastStay & { readonly personId: string; readonly versionId: string };

/**
 * The enrollments of people in one journey, the latest thousand of each person (R10). Each goal counts for one of them
 * (R52).
 */
export async function readStays(
  sql: Connection,
  shard: number,
  journeyId: string | null,
  people: readonly string[],
): Promise<StayRow[]> {
  return await sql<StayRow[]>`
    select wanted.id as "personId", stay.id as "enrollmentId", version_id as "versionId", exit_reason as "exitReason",
      trigger ->> 'id' as "startedBy",
      floor(date_part('epoch', enrolled_at) * 1000 + 0.0005) as "enrolledAt",
      floor(date_part('epoch', ended_at) * 1000 + 0.0005) as "endedAt"
    from unnest(${plain(people)}::uuid[]) as wanted (id)
    cross join lateral (
      select * from enrollments
      where enrollments.shard = ${shard} and enrollments.person_id = wanted.id and enrollments.journey_id = ${journeyId}
      order by enrolled_at desc limit 1000
    ) stay`;
}

export type FailedEnrollmentRow = {
  readonly personId: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: number;
  readonly versionId: string;
  readonly seq: number;
  readonly nodeId: string;
  readonly state: StoredState;
  readonly stood?: true;
};

type Row = Omit<FailedEnrollmentRow, "versionId" | "seq" | "nodeId" | "state" | "stood"> & {
  readonly failedState: Pick<FailedEnrollmentRow, "versionId" | "seq" | "nodeId" | "state" | "stood">;
};

/** The failed enrollments that `retry` signals name, in the state in which they failed (R36). */
export async function readFailedEnrollments(
  sql: Connection,
  shards: number[],
  ids: string[],
): Promise<FailedEnrollmentRow[]> {
  const rows = await sql<Row[]>`
    select person_id as "personId", enrollments.id as "enrollmentId", journey_id as "journeyId",
      instance_key as "instanceKey", epoch,
      floor(date_part('epoch', enrolled_at) * 1000 + 0.0005) as "enrolledAt", failed_state as "failedState"
    from unnest(${plain(shards)}::int[], ${plain(ids)}::uuid[]) as wanted (shard, id)
    join enrollments on enrollments.shard = wanted.shard ${ofOneShard(sql, "enrollments", shards)}
      and enrollments.id = wanted.id
    where status = 'failed' and hidden_at is null and failed_state is not null`;
  return rows.map(({ failedState, ...row }) => ({ ...row, ...failedState }));
}

/** How many enrollments of a journey ended since a time; counts up to `enough`. */
export async function countEnded(sql: Connection, journeyId: string, since: number, enough: number): Promise<number> {
  const [row] = await sql<{ ended: number }[]>`
    select count(*)::int as ended from (
      select from enrollments
      where shard = any(${[...ALL_SHARDS]}::smallint[]) and journey_id = ${journeyId}
        and ended_at > ${toSqlTimestamp(since)}::timestamptz
      limit ${enough}) as counted`;
  return row?.ended ?? 0;
}

export type FailedEnrollments = { readonly workspaceId: string; readonly journeyId: string; readonly failed: number };

/** Journeys of which more than `few` enrollments failed since a time. Uses the partial index of failed enrollments. */
export async function countFailed(sql: Connection, since: number, few: number): Promise<FailedEnrollments[]> {
  return await sql<FailedEnrollments[]>`
    select workspace_id as "workspaceId", journey_id as "journeyId", count(*)::int as failed from enrollments
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and status = 'failed' and hidden_at is null
      and ended_at > ${toSqlTimestamp(since)}::timestamptz
    group by workspace_id, journey_id having count(*) > ${few}`;
}

export type RecountRow = { readonly id: string; readonly personId: string };

/** The next enrollments of a journey in one shard, by id. */
export async function readRecountSlice(
  { sql, operation, shard, cursor }: SliceQuery,
  limit: number,
): Promise<RecountRow[]> {
  return await sql<RecountRow[]>`
    select id, person_id as "personId" from enrollments
    where shard = ${shard} and journey_id = ${operation.journeyId} and id > ${cursor}
    order by id limit ${limit}`;
}
