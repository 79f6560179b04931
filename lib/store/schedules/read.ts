import { ENTRY_TYPES, triggersBy } from "#journey";
import type { Connection } from "../sql/connection.ts";

export type ScheduleRow = {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly workspaceId: string;
  readonly versionId: string;
  readonly config: Record<string, unknown>;
  /** In ms; `null`: never. */
  readonly nextAt: number | null;
  readonly lastAt: number | null;
};

/** All schedules, or only those due before `now`. */
export async function readSchedules(sql: Connection, now: number | null): Promise<ScheduleRow[]> {
  const before = now === null ? null : new Date(now).toISOString();
  return await sql<ScheduleRow[]>`
    select journey_id as "journeyId", node_id as "nodeId", workspace_id as "workspaceId", version_id as "versionId", config,
      floor(extract(epoch from next_at) * 1000)::float8 as "nextAt",
      floor(extract(epoch from last_at) * 1000)::float8 as "lastAt"
    from schedules where ${before}::timestamptz is null or next_at < ${before}::timestamptz
    order by next_at, journey_id, node_id`;
}

/** The schedules of one workspace that start again. */
export async function readWorkspaceSchedules(
  sql: Connection,
  workspaceId: string,
): Promise<Pick<ScheduleRow, "journeyId" | "config" | "nextAt">[]> {
  return await sql<ScheduleRow[]>`
    select journey_id as "journeyId", config, floor(extract(epoch from next_at) * 1000)::float8 as "nextAt"
    from schedules where workspace_id = ${workspaceId} and next_at is not null and next_at > now()
    order by next_at limit 200`;
}

export type ScheduledTrigger = {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly workspaceId: string;
  readonly versionId: string;
  /** As published, with the time zone that applies. */
  readonly config: Record<string, unknown>;
  /** The time since which people may enter by it, in ms: its publication, or the end of the last pause. */
  readonly openSince: number;
};

/** The scheduled triggers of all published journeys. */
export async function readScheduledTriggers(sql: Connection): Promise<ScheduledTrigger[]> {
  return await sql<ScheduledTrigger[]>`
    select j.id as "journeyId", node ->> 'id' as "nodeId", j.workspace_id as "workspaceId", v.id as "versionId",
      jsonb_build_object('timezone', w.timezone) || coalesce(node -> 'config' -> 'triggerConfig', '{}') as config,
      floor(extract(epoch from greatest(coalesce(j.published_at, v.created_at), (
        select max((pause ->> 'to')::timestamptz) from jsonb_array_elements(j.pauses) as pause))) * 1000)::float8 as "openSince"
    from journeys j
    join workspaces w on w.id = j.workspace_id
    join versions v on v.id = j.published_version_id
    cross join lateral jsonb_array_elements(v.document -> 'nodes') as node
    where j.status = 'published' and node ->> 'type' = any(${[...ENTRY_TYPES]}::text[])
      and node -> 'config' ->> 'triggerType' = any(${triggersBy("schedule")}::text[])`;
}
