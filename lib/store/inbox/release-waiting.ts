import type { SliceQuery, SliceResult } from "../operations/slice.ts";
import { toSqlTimestamp } from "../sql/connection.ts";

/** Who is meant: people who arrived at a node at or before a time (epoch ms), and what happens to them. */
export type Release = {
  readonly nodeId: string;
  readonly arrivedBy: number;
  readonly action: "exit" | "skip" | "move";
  readonly toNodeId: string | null;
};

/**
 * Writes a `release` signal for each enrollment of one shard that waits at the node since the given time or longer;
 * people in slices. The signal names the visit, so that who moves on before it is read is left alone.
 */
export async function releaseWaiting(slice: SliceQuery, release: Release): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, budget, now } = slice;
  const { nodeId, arrivedBy, action, toNodeId } = release;
  const most = Math.min(limit, budget ?? limit);
  const rows = await sql<{ personId: string }[]>`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${operation.workspaceId}, waiting.person_id, 'release',
      jsonb_build_object('enrollmentId', waiting.enrollment_id, 'visit', waiting.visit)
        || ${JSON.stringify({ nodeId, action, ...(toNodeId === null ? {} : { toNodeId }) })}::text::jsonb
    from (
      select person_id, enrollment_id, coalesce((state ->> 'visit')::int, 0) as visit from positions
      where shard = ${shard} and journey_id = ${operation.journeyId} and node_id = ${nodeId} and person_id > ${cursor}
        and epoch >= (select epoch from journeys where id = ${operation.journeyId})
        and (state ->> 'at')::float8 <= ${arrivedBy}
      order by person_id
      fetch first ${most} rows with ties
    ) waiting
    returning person_id as "personId"`;
  const last = rows
    .map((row) => row.personId)
    .sort()
    .at(-1);
  return { done: rows.length, cursor: rows.length < most ? null : (last ?? null) };
}
