import { ALL_SHARDS } from "#db";
import { iso } from "#services";
import { type AuditScope, inScope } from "./audit-scope.ts";
import type { Finding } from "./schema.ts";

type Row = { journey_id: string; enrollment_id: string; channel: string; waiting: number; since: string };

/** Messages that have long been due and that no sender claims: none runs, or they are too slow (R42). */
export async function checkUnsent(audit: AuditScope): Promise<Finding[]> {
  if (audit.resting) return [];
  const { sql, long } = audit;
  const rows = await sql<Row[]>`
    select d.journey_id, d.channel, count(*)::float8 as waiting, min(d.next_attempt_at) as since,
      (array_agg(d.enrollment_id order by d.next_attempt_at))[1] as enrollment_id
    from deliveries d join journeys j on j.id = d.journey_id
    where d.shard = any(${[...ALL_SHARDS]}::smallint[]) and d.status = 'queued'
      and d.next_attempt_at < ${long}::timestamptz and d.epoch = j.epoch and j.status <> 'archived'
      and not (j.status = 'paused' and j.pause_mode in ('hold', 'queue')) and ${inScope(audit, "d")}
    group by d.journey_id, d.channel`;
  return rows.map((row) => ({
    code: "delivery_waiting",
    journeyId: row.journey_id,
    enrollmentId: row.enrollment_id,
    text: `No sender takes ${row.waiting === 1 ? "1 message" : `${row.waiting} messages`} (${row.channel}) that ${row.waiting === 1 ? "is" : "are"} due since ${iso(row.since)}.`,
  }));
}
