import { desc, eq } from "drizzle-orm";
import { ALL_SHARDS, type Orm } from "#db";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";
import { notices } from "./table.ts";

export type NoticeRow = typeof notices.$inferSelect;

/** The latest notices of a workspace, the newest first. */
export async function readNotices(orm: Orm, workspaceId: string, most: number): Promise<NoticeRow[]> {
  return orm
    .select()
    .from(notices)
    .where(eq(notices.workspaceId, workspaceId))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(most);
}

/** A workspace that wants to be told something. */
export type Asking = {
  readonly id: string;
  readonly timezone: string;
  readonly notifications: unknown;
};

export async function readAsking(sql: Connection): Promise<Asking[]> {
  return await sql<Asking[]>`
    select id, timezone, settings -> 'notifications' as notifications from workspaces
    where jsonb_typeof(settings -> 'notifications') = 'object'`;
}

/** An alert of a workspace, or of the whole installation (`workspaceId` null), summed over all shards. */
export type ToldAlert = {
  readonly id: string;
  readonly workspaceId: string | null;
  readonly code: string;
  readonly journeyId: string | null;
  readonly journeyName: string | null;
  readonly text: string;
  readonly at: string;
  readonly count: number;
  readonly subject: string | null;
};

/** Alerts that were raised since a time (epoch ms) and that nobody dismissed. */
export async function readAlertsSince(sql: Connection, since: number): Promise<ToldAlert[]> {
  return await sql<ToldAlert[]>`
    select a.id, a.workspace_id as "workspaceId", a.code, a.journey_id as "journeyId", j.name as "journeyName",
      (array_agg(a.text order by a.at desc))[1] as text, max(a.at)::text as at, sum(a.count)::float8 as count,
      max(a.detail ->> 'operationId') as subject
    from alerts a left join journeys j on j.id = a.journey_id
    where a.shard = any(${ALL_SHARDS}::smallint[]) and a.at > ${toSqlTimestamp(since)}::timestamptz
      and a.dismissed_at is null and (a.journey_id is null or j.id is not null)
    group by a.id, a.workspace_id, a.code, a.journey_id, j.name`;
}
