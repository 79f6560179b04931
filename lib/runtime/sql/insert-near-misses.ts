import { newId } from "#db";
import { type Connection, toSqlTimestamp } from "./connection.ts";

export type NearMissCount = {
  readonly shard: number;
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly reason: string;
  readonly hour: number;
  readonly count: number;
  readonly samples: readonly Record<string, unknown>[];
};

/** Counted per (journey, reason, hour), with a few samples (R41). */
export async function insertNearMisses(sql: Connection, rows: readonly NearMissCount[]): Promise<void> {
  await sql`
    insert into near_misses (shard, id, workspace_id, journey_id, reason, hour, count, samples)
    select shard, id, workspace_id, journey_id, reason, hour::timestamptz, count, samples::jsonb
    from unnest(
      ${rows.map((row) => row.shard)}::int[], ${rows.map((row) => newId(row.shard))}::uuid[],
      ${rows.map((row) => row.workspaceId)}::uuid[], ${rows.map((row) => row.journeyId)}::uuid[],
      ${rows.map((row) => row.reason)}::text[], ${rows.map((row) => toSqlTimestamp(row.hour))}::text[],
      ${rows.map((row) => row.count)}::int[], ${rows.map((row) => JSON.stringify(row.samples))}::text[]
    ) as new (shard, id, workspace_id, journey_id, reason, hour, count, samples)`;
}
