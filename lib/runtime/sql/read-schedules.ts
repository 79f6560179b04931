import type { Connection } from "./connection.ts";

export type ScheduleRow = {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly workspaceId: string;
  readonly versionId: string;
  readonly config: Record<string, unknown>;
  /** In ms; `null` = never again. */
  readonly nextAt: number | null;
  readonly lastAt: number | null;
};

/** Everything kept, or what is due before `now` only. */
export async function readSchedules(sql: Connection, now: number | null): Promise<ScheduleRow[]> {
  const before = now === null ? null : new Date(now).toISOString();
  return await sql<ScheduleRow[]>`
    select journey_id as "journeyId", node_id as "nodeId", workspace_id as "workspaceId", version_id as "versionId", config,
      floor(extract(epoch from next_at) * 1000)::float8 as "nextAt",
      floor(extract(epoch from last_at) * 1000)::float8 as "lastAt"
    from schedules where ${before}::timestamptz is null or next_at < ${before}::timestamptz
    order by next_at, journey_id, node_id`;
}
