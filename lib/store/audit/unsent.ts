import { ALL_SHARDS } from "#db";
import { type AuditScope, inScope } from "./scope.ts";

export type Unsent = {
  readonly journey_id: string;
  readonly enrollment_id: string;
  readonly channel: string;
  readonly waiting: number;
  readonly since: string;
};

/** Messages that have long been due and that no sender claims: none runs, or they are too slow (R42). */
export async function findUnsent(audit: AuditScope): Promise<Unsent[]> {
  if (audit.resting) return [];
  const { sql, long } = audit;
  return await sql<Unsent[]>`
    select d.journey_id, d.channel, count(*)::float8 as waiting, min(d.next_attempt_at) as since,
      (array_agg(d.enrollment_id order by d.next_attempt_at))[1] as enrollment_id
    from deliveries d join journeys j on j.id = d.journey_id
    where d.shard = any(${[...ALL_SHARDS]}::smallint[]) and d.status = 'queued'
      and d.next_attempt_at < ${long}::timestamptz and d.epoch = j.epoch and j.status <> 'archived'
      and not (j.status = 'paused' and j.pause_mode in ('hold', 'queue')) and ${inScope(audit, "d")}
    group by d.journey_id, d.channel`;
}
