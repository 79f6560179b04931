import { shardOf, type TransactionSql } from "#db";
import { raiseRevision } from "../engine-config/write.ts";
import { type Connection, toSqlTimestamp } from "../sql/connection.ts";

/**
 * Adds the downtime as a pause to every journey, which moves its timers (R44). A journey that was already on hold has
 * its own pause. For a journey that was put on hold during the downtime, only the time before that hold is added.
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
  await raiseRevision(sql);
}

/** Shows the conversions of a version's goal from now on, unless the journey has another goal by now. */
export async function showCounted(sql: Connection, journeyId: string, versionId: string): Promise<void> {
  await sql`
    update journeys set counted_revision = counted.count_revision
    from versions as counted, versions as present
    where journeys.id = ${journeyId} and counted.id = ${versionId} and present.id = journeys.published_version_id
      and counted.count_revision = present.count_revision`;
}

/**
 * Deletes the journey; its versions are deleted with it. Its series is on one shard, to which roll-ups of others have added
 * since that shard was emptied.
 */
export async function deleteJourneyRow(sql: Connection, journeyId: string | null): Promise<void> {
  if (journeyId === null) return;
  await sql`delete from journey_series where shard = ${shardOf(journeyId)} and journey_id = ${journeyId}`;
  await sql`delete from journeys where id = ${journeyId}`;
}
