import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type Count, countAbout } from "../sql/count-about.ts";
import { isHidden, outcomeOf } from "./hidden.ts";

/** The filters of a list; the version is already resolved to its id. */
export type EnrollmentFilter = {
  readonly status?: string | undefined;
  readonly nodeId?: string | undefined;
  readonly personId?: string | undefined;
  readonly versionId: string | null;
};

type Journey = { readonly id: string; readonly epoch: number };

/** Hidden enrollments still count in their outcome, so the counters do not contain them separately. */
export async function countHidden(sql: Connection, journeyId: string, versionId: string | null) {
  const hidden = { completed: 0, stopped: 0, failed: 0 };
  const rows = await sql<{ outcome: keyof typeof hidden; enrollments: number }[]>`
    select ${outcomeOf(sql, "e")} as outcome, count(*)::float8 as enrollments from enrollments e
    where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId} and ${isHidden(sql, "e")}
      and (${versionId}::uuid is null or version_id = ${versionId}::uuid)
    group by 1`;
  for (const { outcome, enrollments } of rows) hidden[outcome] = enrollments;
  return hidden;
}

/** Number of a journey's enrollments that match the filters; of many an estimate. */
export async function countFiltered(sql: Connection, journey: Journey, query: EnrollmentFilter): Promise<Count> {
  const shards = query.personId ? [shardOf(query.personId)] : ALL_SHARDS;
  return await countAbout(
    sql,
    () => sql`
      select from enrollments e
      where e.shard = any(${shards}::smallint[]) and e.journey_id = ${journey.id} ${enrollmentFilter(sql, journey, query)}`,
  );
}

/** Filters over `e` alone: a join here would read every enrollment before the page's limit applies. */
export function enrollmentFilter(sql: Connection, { id, epoch }: Journey, query: EnrollmentFilter) {
  return sql`
    ${statusFilter(sql, { id, epoch }, query.status)}
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

/** The few hidden ones have an index of their own, so the index of lists is enough for all others. */
const notHidden = (sql: Connection, journeyId: string) => sql`
  and e.id not in (
    select h.id from enrollments h
    where h.shard = any(${ALL_SHARDS}::smallint[]) and h.journey_id = ${journeyId} and ${isHidden(sql, "h")})`;

/**
 * Running enrollments of an older epoch count as stopped (R31). Hidden ones are left out unless the filter asks for
 * them.
 */
function statusFilter(sql: Connection, { id, epoch }: Journey, status: string | undefined) {
  if (status === "ARCHIVED") return sql`and ${isHidden(sql, "e")}`;
  const shown = notHidden(sql, id);
  if (!status) return shown;
  if (status === "ACTIVE") return sql`and e.status = 'active' and e.epoch >= ${epoch}`;
  if (status === "STOPPED")
    return sql`and (e.status = 'stopped' or (e.status = 'active' and e.epoch < ${epoch})) ${shown}`;
  return sql`and e.status = ${status.toLowerCase()} ${shown}`;
}
