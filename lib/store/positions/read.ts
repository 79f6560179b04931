import type { Fragment } from "#db";
import type { StoredState } from "#engine";
import { type Connection, plain, toSqlTimestamp } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import { readable, type Unreadable } from "../sql/readable.ts";

export type PositionRow = {
  readonly personId: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly instanceKey: string;
  readonly epoch: number;
  readonly enrolledAt: number;
  readonly seq: number;
  readonly nodeId: string;
  readonly wakeAt: number | null;
  readonly state: StoredState;
};

/** The columns of a `PositionRow`; `table` is the name of `positions` in the statement. */
const positionColumns = (sql: Connection, table: "positions" | "enrollment"): Fragment => sql`
  ${sql(table)}.person_id as "personId", ${sql(table)}.enrollment_id as "enrollmentId", ${sql(table)}.journey_id as "journeyId",
  ${sql(table)}.version_id as "versionId", ${sql(table)}.instance_key as "instanceKey", ${sql(table)}.epoch,
  floor(date_part('epoch', ${sql(table)}.enrolled_at) * 1000 + 0.0005) as "enrolledAt", ${sql(table)}.seq,
  ${sql(table)}.node_id as "nodeId", floor(date_part('epoch', ${sql(table)}.wake_at) * 1000 + 0.0005) as "wakeAt",
  ${sql(table)}.state`;

/**
 * All running enrollments of the batch's people. Uses the unique index that also enforces one running enrollment per
 * key.
 */
export async function readPositions(sql: Connection, shards: number[], people: string[]): Promise<PositionRow[]> {
  return await sql<PositionRow[]>`
    select ${positionColumns(sql, "positions")}
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join positions on positions.shard = wanted.shard ${ofOneShard(sql, "positions", shards)}
      and positions.person_id = wanted.id`;
}

/** A running enrollment of a person who has a due one: the due one itself, or another one. */
export type DuePositionRow = PositionRow & {
  readonly shard: number;
  readonly workspaceId: string;
  readonly isDue: boolean;
};

/**
 * Due enrollments, read from a lower bound of the partial index, so that the cost depends on what is due (R8). All
 * other running enrollments of the same people are included, because a person's enrollments are advanced together
 * (R19).
 */
export async function readDuePositions(
  sql: Connection,
  query: {
    readonly shards: readonly number[];
    readonly bounds: readonly string[];
    readonly now: string;
    readonly quota: number;
    readonly people: readonly string[] | null;
    readonly unreadable: Unreadable;
  },
): Promise<DuePositionRow[]> {
  return await sql<DuePositionRow[]>`
    select claimed.shard, enrollment.workspace_id as "workspaceId", ${positionColumns(sql, "enrollment")},
      coalesce(wake_at >= claimed.bound::timestamptz and wake_at < ${query.now}::timestamptz, false) as "isDue"
    from unnest(${[...query.shards]}::int[], ${[...query.bounds]}::text[]) as claimed (shard, bound)
    cross join lateral (
      select distinct person_id from (
        select person_id from positions
        where positions.shard = claimed.shard ${ofOneShard(sql, "positions", query.shards)}
          and wake_at >= claimed.bound::timestamptz and wake_at < ${query.now}::timestamptz
          ${readable(sql, "positions", query.unreadable)}
          and (${query.people === null} or person_id = any(${query.people === null ? [] : [...query.people]}::uuid[]))
        order by wake_at
        limit ${query.quota}
      ) due
    ) person
    join positions enrollment on enrollment.shard = claimed.shard
      ${ofOneShard(sql, "enrollment", query.shards)} and enrollment.person_id = person.person_id`;
}

export type ParkedRow = {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly workspaceId: string;
};

/**
 * The next page of the enrollments of one shard that stand on these nodes. With `since` only those of people who
 * received an event of the names, or joined a segment, since then; every other change that matters signals the person
 * itself.
 */
export async function readParkedPeople(
  sql: Connection,
  query: {
    readonly shard: number;
    readonly nodes: readonly { readonly journeyId: string; readonly nodeId: string }[];
    readonly names: readonly string[];
    readonly since: number | null;
    readonly cursor: string;
    readonly limit: number;
  },
): Promise<ParkedRow[]> {
  const { shard, nodes, names, cursor, limit } = query;
  const since = query.since === null ? null : toSqlTimestamp(query.since);
  return await sql<ParkedRow[]>`
    select enrollment_id as "enrollmentId", person_id as "personId", workspace_id as "workspaceId"
    from positions
    where shard = ${shard} and enrollment_id > ${cursor} and (journey_id, node_id) in (
        select * from unnest(${nodes.map((node) => node.journeyId)}::uuid[], ${nodes.map((node) => node.nodeId)}::uuid[]))
      and (${since}::timestamptz is null
        or exists (
          select from events
          where events.shard = positions.shard and events.person_id = positions.person_id
            and events.received_at >= ${since}::timestamptz and events.name = any(${[...names]}::text[]))
        or exists (
          select from segment_members
          where segment_members.shard = positions.shard and segment_members.person_id = positions.person_id
            and segment_members.entered_at >= ${since}::timestamptz))
    order by enrollment_id
    limit ${limit}`;
}
