import type { MigrationPlan } from "#engine";
import type { Slice, SliceResult } from "../operations/operation.ts";
import { toSqlTimestamp } from "./connection.ts";

/**
 * A `migrate` signal for each enrollment that stands on a step of the plan; people in slices. The plan goes along whole, as a
 * person may have walked on to another of its steps by the time the signal is read (R35).
 */
export async function migratePeople(slice: Slice, toVersionId: string, plan: MigrationPlan): Promise<SliceResult> {
  const { sql, operation, shard, cursor, limit, budget, now } = slice;
  const { journeyId, workspaceId } = operation;
  const most = Math.min(limit, budget ?? limit);
  const rows = await sql<{ personId: string }[]>`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${toSqlTimestamp(now)}::timestamptz, gen_random_uuid(), ${workspaceId}, standing.person_id, 'migrate',
      jsonb_build_object('enrollmentId', standing.enrollment_id)
        || ${JSON.stringify({ journeyId, toVersionId, plan })}::text::jsonb
    from (
      select person_id, enrollment_id from positions
      where shard = ${shard} and journey_id = ${journeyId} and version_id <> ${toVersionId} and person_id > ${cursor}
        and exists (
          select from unnest(
            ${plan.steps.map((step) => step.nodeId)}::uuid[], ${plan.steps.map((step) => step.versionId ?? null)}::uuid[]
          ) as step (node_id, version_id)
          where step.node_id = positions.node_id and coalesce(step.version_id, positions.version_id) = positions.version_id)
      order by person_id
      fetch first ${most} rows with ties
    ) standing
    returning person_id as "personId"`;
  const last = rows
    .map((row) => row.personId)
    .sort()
    .at(-1);
  return { done: rows.length, cursor: rows.length < most ? null : (last ?? null) };
}
