import type { TransactionSql } from "#db";
import { toSqlTimestamp } from "./connection.ts";

/**
 * The time without an engine as a pause of every journey, whose timers it moves (R44). A journey that was on hold anyway
 * has its own; one that was put on hold meanwhile gets the time before that.
 */
export async function shiftJourneys(sql: TransactionSql, from: number, to: number): Promise<void> {
  await sql`
    with gap as (
      select id, least(${toSqlTimestamp(to)}::timestamptz, (
        select min((pause ->> 'from')::timestamptz) from jsonb_array_elements(pauses) as pause
        where pause ->> 'mode' = 'hold' and coalesce((pause ->> 'to')::timestamptz, 'infinity') > ${toSqlTimestamp(from)}::timestamptz
      )) as ends
      from journeys where status <> 'archived'
    )
    update journeys set pauses = (
      select jsonb_agg(pause order by (pause ->> 'from')::timestamptz)
      from jsonb_array_elements(pauses || jsonb_build_object('mode', 'hold', 'from', ${toSqlTimestamp(from)}::text, 'to',
        to_char(gap.ends at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'onResume', 'shift')) as pause)
    from gap
    where journeys.id = gap.id and gap.ends > ${toSqlTimestamp(from)}::timestamptz`;
  await sql`update engine_config set revision = revision + 1`;
}
