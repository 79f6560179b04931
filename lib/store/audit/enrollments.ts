import { PROGRAM_FORMAT } from "#engine";
import { isHidden } from "../enrollments/hidden.ts";
import { stepsOf } from "../versions/steps.ts";
import { type AuditScope, inScope, NAMED } from "./scope.ts";

/** The states of an enrollment: the first eight are valid, `ended_*` is always a finding. */
export type StoredState = {
  readonly state: string;
  readonly enrollments: number;
  readonly examples: readonly Example[];
};

export type Example = {
  readonly journeyId: string;
  readonly enrollmentId: string;
  readonly step: string | null;
  readonly wakeAt: string | null;
};

/** Classifies every enrollment and every position of some shards; categories that are findings keep examples. */
export async function sortEnrollments(audit: AuditScope, shards: readonly number[]): Promise<StoredState[]> {
  const { sql } = audit;
  const rows = await sql<{ state: string; enrollments: number; examples: Example[] | null }[]>`
    with steps as materialized (${stepsOf(sql, audit.scope)}),
    sorted as materialized (
      select coalesce(e.shard, p.shard) as shard, coalesce(e.id, p.enrollment_id) as id,
        coalesce(e.journey_id, p.journey_id) as journey_id, p.wake_at, steps.name as step,
        ${category(audit)} as state
      from (select * from enrollments e where e.shard = any(${[...shards]}::smallint[]) and ${inScope(audit, "e")}) e
      full join (select * from positions p where p.shard = any(${[...shards]}::smallint[]) and ${inScope(audit, "p")}) p
        on p.shard = e.shard and p.enrollment_id = e.id
      left join journeys j on j.id = coalesce(e.journey_id, p.journey_id)
      left join versions v on v.id = p.version_id
      left join steps on steps.version_id = p.version_id and steps.node_id = p.node_id
    )
    select state, count(*)::float8 as enrollments,
      to_jsonb((array_agg(jsonb_build_object(
        'journeyId', journey_id, 'enrollmentId', id, 'step', step, 'wakeAt', wake_at))
        filter (where state not in ('completed', 'stopped', 'failed', 'archived', 'waitingForTime', 'waitingForEvent',
          'held', 'due')))[1:${NAMED}::int]) as examples
    from sorted group by state`;
  return rows.map((row) => ({ ...row, examples: row.examples ?? [] }));
}

/** The order matters: findings are checked before valid states. */
function category({ sql, now, late, resting }: AuditScope) {
  return sql`case
    when e.id is null then 'position_without_enrollment'
    when j.id is null then 'journey_missing'
    when e.status <> 'active' and p.enrollment_id is not null then 'position_of_ended'
    when e.status <> 'active' and (e.exit_reason is null or e.ended_at is null) then 'ended_without_reason'
    when ${isHidden(sql, "e")} then 'archived'
    when e.status <> 'active' then e.status
    when p.enrollment_id is null then 'active_without_position'
    when p.epoch <> e.epoch or p.epoch > j.epoch then 'epoch_mismatch'
    when p.epoch < j.epoch and not ${working(sql, ["archive"])} and not ${hasUnreadSignals(sql)} then 'epoch_mismatch'
    when p.epoch < j.epoch then 'stopped'
    when p.journey_id <> e.journey_id or p.person_id <> e.person_id or p.instance_key <> e.instance_key
      then 'position_of_another'
    when v.id is null then 'version_missing'
    when v.program_format > ${PROGRAM_FORMAT} then 'version_unreadable'
    when steps.node_id is null then 'step_unknown'
    when j.status = 'paused' and j.pause_mode = 'hold' then 'held'
    when ${resting} and p.wake_at <= ${now}::timestamptz then 'held'
    when p.wake_at < ${late}::timestamptz then 'overdue'
    when p.wake_at <= ${now}::timestamptz then 'due'
    when steps.awaits = 'always' or (steps.awaits = 'perhaps' and p.wake_at is null) then 'waitingForEvent'
    when p.wake_at is not null then 'waitingForTime'
    when j.status = 'paused' and j.pause_mode = 'queue' then 'held'
    when ${working(sql, ["resume"])} then 'held'
    when ${hasUnreadSignals(sql)} then 'due'
    else 'stranded'
  end`;
}

function working(sql: AuditScope["sql"], kinds: string[]) {
  return sql`exists (
    select from operations o
    where o.journey_id = j.id and o.kind = any(${kinds}::text[]) and o.status in ('waiting', 'running'))`;
}

const hasUnreadSignals = (sql: AuditScope["sql"]) =>
  sql`exists (select from inbox i where i.shard = p.shard and i.person_id = p.person_id)`;
