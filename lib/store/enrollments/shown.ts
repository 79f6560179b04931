import type { Connection } from "../sql/connection.ts";
import { isHidden } from "./hidden.ts";

export type ShownEnrollment = {
  readonly shard: number;
  readonly id: string;
  readonly journey_id: string;
  readonly journey_name: string;
  readonly version_id: string;
  readonly person_id: string;
  readonly shown_status: string;
  readonly shown_reason: string | null;
  readonly trigger: Record<string, unknown> | null;
  readonly enrolled_at: string;
  readonly shown_end: string | null;
  readonly node_id: string | null;
  readonly wake_at: string | null;
  readonly value: number | null;
  readonly external_id: string | null;
  readonly anonymous_id: string | null;
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
    e.shard, e.id, e.journey_id, j.name as journey_name, e.version_id, e.person_id, e.trigger, e.enrolled_at,
    ${enrollmentStatus(sql)} as shown_status,
    case when e.status = 'active' and e.epoch < j.epoch then 'journey_archived' else e.exit_reason end as shown_reason,
    case when e.status = 'active' and e.epoch < j.epoch then coalesce(j.archived_at, j.updated_at) else e.ended_at end
      as shown_end,
    coalesce(p.node_id, e.last_node_id) as node_id, p.wake_at, u.external_id, u.anonymous_id, u.traits,
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
