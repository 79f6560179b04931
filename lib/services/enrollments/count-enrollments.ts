import { ALL_SHARDS, shardOf } from "#db";
import type { Context } from "#services";
import { type JourneyRow, NO_ENROLLMENTS, readEnrollmentCounts } from "#services/journeys";
import type { EnrollmentQuery } from "./schema.ts";

/** The filters of a list, with the version that the query names found. */
export type EnrollmentFilter = EnrollmentQuery & { readonly versionId: string | null };

const OUTCOMES: Readonly<Record<string, "completed" | "failed">> = {
  finished: "completed",
  goal_reached: "completed",
  loop: "failed",
  step_failed: "failed",
};

/** How many enrollments of a journey a list has: from the counters unless a node or person narrows it. */
export async function countEnrollments(ctx: Context, journey: JourneyRow, query: EnrollmentFilter): Promise<number> {
  if (query.nodeId || query.personId) return countRows(ctx, journey, query);
  const [counts, hidden] = await Promise.all([
    readEnrollmentCounts(ctx, [journey.id], query.versionId),
    countHidden(ctx, journey.id, query.versionId),
  ]);
  const enrollments = counts.get(journey.id) ?? NO_ENROLLMENTS;
  if (query.status === "ACTIVE") return enrollments.active;
  if (query.status === "COMPLETED") return enrollments.completed - hidden.completed;
  if (query.status === "STOPPED") return enrollments.stopped - hidden.stopped;
  if (query.status === "FAILED") return enrollments.failed - hidden.failed;
  const all = hidden.completed + hidden.stopped + hidden.failed;
  return query.status === "ARCHIVED" ? all : enrollments.enrolled - all;
}

/** Hidden enrollments still count in their outcome, so the counters know nothing of them. */
async function countHidden(ctx: Context, journeyId: string, versionId: string | null) {
  const rows = await ctx.database.sql<{ exit_reason: string | null; enrollments: number }[]>`
    select exit_reason, count(*)::float8 as enrollments from enrollments
    where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId} and status = 'archived'
      and (${versionId}::uuid is null or version_id = ${versionId}::uuid)
    group by exit_reason`;
  const hidden = { completed: 0, stopped: 0, failed: 0 };
  for (const row of rows) hidden[OUTCOMES[row.exit_reason ?? ""] ?? "stopped"] += row.enrollments;
  return hidden;
}

async function countRows(ctx: Context, journey: JourneyRow, query: EnrollmentFilter): Promise<number> {
  const { sql } = ctx.database;
  const shards = query.personId ? [shardOf(query.personId)] : ALL_SHARDS;
  const [row] = await sql<{ total: number }[]>`
    select count(*)::float8 as total from enrollments e
    where e.shard = any(${shards}::smallint[]) and e.journey_id = ${journey.id} ${enrollmentFilter(ctx, journey, query)}`;
  return row?.total ?? 0;
}

/** The query's filters over `e` alone: a join here would read every enrollment before the page's limit. */
export function enrollmentFilter(ctx: Context, { epoch }: JourneyRow, query: EnrollmentFilter) {
  const { sql } = ctx.database;
  return sql`
    ${statusFilter(ctx, epoch, query.status)}
    ${query.versionId ? sql`and e.version_id = ${query.versionId}` : sql``}
    ${query.personId ? sql`and e.person_id = ${query.personId}` : sql``}
    ${
      query.nodeId
        ? sql`and exists (
            select 1 from positions at_node
            where at_node.shard = e.shard and at_node.enrollment_id = e.id and at_node.node_id = ${query.nodeId}
              and at_node.epoch >= ${epoch})`
        : sql``
    }`;
}

/** Running enrollments of an older epoch count as stopped (R31); hidden ones are left out unless asked for. */
function statusFilter(ctx: Context, epoch: number, status: EnrollmentQuery["status"]) {
  const { sql } = ctx.database;
  if (!status) return sql`and e.status <> 'archived'`;
  if (status === "ACTIVE") return sql`and e.status = 'active' and e.epoch >= ${epoch}`;
  if (status === "STOPPED") return sql`and (e.status = 'stopped' or (e.status = 'active' and e.epoch < ${epoch}))`;
  return sql`and e.status = ${status.toLowerCase()}`;
}
