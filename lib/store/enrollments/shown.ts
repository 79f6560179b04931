import { asFields } from "../sql/columns-of.ts";
import type { Connection } from "../sql/connection.ts";
import { type AsStored, asStored } from "./columns.ts";
import { isHidden } from "./hidden.ts";

/** An enrollment as lists show it: `status`, `exitReason` and `endedAt` as they follow from its journey too. */
export type ShownEnrollment = AsStored & {
  readonly journeyName: string;
  readonly status: "active" | "completed" | "stopped" | "archived" | "failed";
  readonly exitReason: string | null;
  readonly endedAt: string | null;
  readonly nodeId: string | null;
  readonly wakeAt: string | null;
  /** What the reached goal is worth. */
  readonly value: number | null;
  readonly externalId: string | null;
  readonly anonymousId: string | null;
  readonly traits: Record<string, unknown> | null;
};

/**
 * The status to show: hidden enrollments are `archived`, and running ones of an older epoch are stopped immediately
 * (R31).
 */
function enrollmentStatus(sql: Connection) {
  return sql`case
    when ${isHidden(sql, "e")} then 'archived'
    when e.status = 'active' and e.epoch < j.epoch then 'stopped'
    else e.status end`;
}

/** Columns for showing enrollments; aliases: enrollments `e`, journeys `j`, positions `p`, people `u`. */
export function enrollmentColumns(sql: Connection) {
  return sql`
    ${asFields(sql, "e", asStored)}, j.name as "journeyName", ${enrollmentStatus(sql)} as status,
    case when e.status = 'active' and e.epoch < j.epoch then 'journey_archived' else e.exit_reason end as "exitReason",
    case when e.status = 'active' and e.epoch < j.epoch then coalesce(j.archived_at, j.updated_at) else e.ended_at end
      as "endedAt",
    coalesce(p.node_id, e.last_node_id) as "nodeId", p.wake_at as "wakeAt", u.external_id as "externalId",
    u.anonymous_id as "anonymousId", u.traits,
    (select c.value::float8 from conversions c
      where c.shard = e.shard and c.enrollment_id = e.id and c.goal_revision = j.counted_revision) as value`;
}

/** The tables for these columns. The caller adds the conditions, including one on `e.shard`. */
export function enrollmentTables(sql: Connection) {
  return sql`
    enrollments e
    join journeys j on j.id = e.journey_id
    left join positions p on p.shard = e.shard and p.enrollment_id = e.id
    left join people u on u.shard = e.shard and u.id = e.person_id`;
}
