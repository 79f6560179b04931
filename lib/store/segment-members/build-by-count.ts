import type { Fragment } from "#db";
import type { CountedAlone } from "#engine";
import type { SliceQuery } from "../operations/slice.ts";
import { countingMemberships } from "../segment-counts/write.ts";
import { toSqlTimestamp } from "../sql/connection.ts";
import { inOrder } from "../sql/plan-settings.ts";

export type BuiltSlice = {
  readonly seen: number;
  readonly last: string | null;
  /** People for whom the window is another one, to be judged one by one. */
  readonly others: readonly string[];
  /** People to join and to leave through their inboxes; a first build has written who joins. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
};

type Build = { readonly segmentId: string; readonly isFirst: boolean; readonly rule: CountedAlone };

/** As many of a person's latest events as every rule sees (R10). */
const MOST = 1_000;

/**
 * Builds a segment by the number of events for the next people of a shard, in one statement: one pass over the people, one
 * over their events, both in the order of their indexes, and the rows that come of it. `decisive` is the time of the event
 * that makes the number full: while it counts the person belongs. Events still in the inbox are left out (R21).
 */
export async function buildByCount(slice: SliceQuery, build: Build): Promise<BuiltSlice> {
  const { sql, shard, cursor, operation, limit } = slice;
  const { segmentId, isFirst, rule } = build;
  const since = rule.since === null ? sql`'-infinity'` : sql`${toSqlTimestamp(rule.since)}::timestamptz`;
  const rows = await inOrder(
    sql,
    async () =>
      await sql<BuiltSlice[]>`
      with slice as materialized (
        select id, ${rule.isByZone ? sql`traits -> 'timezone' is not null` : sql`false`} as is_other from people
        where shard = ${shard} and workspace_id = ${operation.workspaceId} and id > ${cursor} and merged_into is null
        order by id limit ${limit}
      ), reach as (
        select max(id::text collate "C")::uuid as last from slice
      ), log as (${decisiveEvents(slice, rule)}),
      judged as materialized (
        select slice.id, is_other, date_trunc('milliseconds', log.decisive) as decisive,
          coalesce(log.decisive >= ${since}, false) as belongs
        from slice left join log on log.person_id = slice.id
      ), member as materialized (
        select person_id from segment_members
        where shard = ${shard} and segment_id = ${segmentId} and person_id > ${cursor}
          and person_id <= (select last from reach)
      ), ${isFirst ? joining(slice, segmentId) : sql``} ${rechecking(slice, rule)} answered as (
        select id from judged where belongs and not is_other
      )
      select count(*)::int as seen, (select last::text from reach) as last,
        coalesce(jsonb_agg(judged.id) filter (where is_other), '[]') as others,
        coalesce(jsonb_agg(judged.id) filter (where ${!isFirst} and belongs and not is_other and member.person_id is null), '[]')
          as joined,
        coalesce(jsonb_agg(judged.id) filter (where not belongs and not is_other and member.person_id is not null), '[]')
          as left
      from judged left join member on member.person_id = judged.id`,
  );
  return rows[0] ?? { seen: 0, last: null, others: [], joined: [], left: [] };
}

/** For each person of the slice with enough events, the latest time at which enough of them had not happened yet. */
function decisiveEvents({ sql, shard, cursor }: SliceQuery, { name, atLeast }: CountedAlone): Fragment {
  const nth = (times: Fragment) =>
    atLeast === 1 ? sql`max(${times})` : sql`(array_agg(${times} order by ${times} desc))[${atLeast}]`;
  const own = sql`shard = ${shard} and name = ${name}
    and case when (select true from inbox where inbox.shard = ${shard} limit 1) is null then true else
      (select true from inbox
        where inbox.shard = ${shard} and inbox.received_at = events.received_at and inbox.id = events.id) is null end`;
  return sql`
    select person_id, case when count(*) <= ${MOST} then ${nth(sql`timestamp`)} else (
      select ${nth(sql`latest.timestamp`)} from (
        select timestamp from events where events.person_id = counted.person_id and ${own} order by received_at desc limit ${MOST}
      ) latest
    ) end as decisive
    from (
      select person_id, timestamp from events
      where person_id > ${cursor} and person_id <= (select last from reach) and ${own}
    ) counted
    group by person_id`;
}

function joining({ sql, shard, now, operation }: SliceQuery, segmentId: string): Fragment {
  return sql`
    added as (
      insert into segment_members (shard, segment_id, person_id, entered_at)
      select ${shard}, ${segmentId}, id, ${toSqlTimestamp(now)}::timestamptz
      from judged where belongs and not is_other and exists (
        select from segments where segments.id = ${segmentId} and segments.workspace_id = ${operation.workspaceId})
      on conflict do nothing
      returning shard, segment_id
    ), counted as (
      ${countingMemberships(sql, sql`select shard, ${operation.workspaceId}::uuid as workspace_id, segment_id from added`, null)}
    ),`;
}

/** When the decisive event stops counting; an earlier time planned for other segments stays. */
function rechecking({ sql, shard, now, operation }: SliceQuery, { countsForMs }: CountedAlone): Fragment {
  if (countsForMs === null) return sql``;
  const at = toSqlTimestamp(now);
  return sql`
    planned as (
      insert into segment_rechecks (shard, person_id, workspace_id, recheck_at)
      select ${shard}, id, ${operation.workspaceId}, case when over > ${at}::timestamptz then over
        else ${at}::timestamptz + interval '1 hour' end
      from (
        select id, least(decisive, ${at}::timestamptz) + ${countsForMs + 1} * interval '1 millisecond' as over
        from judged where belongs and not is_other
      ) ending
      on conflict (shard, person_id) do update set recheck_at = excluded.recheck_at
        where segment_rechecks.recheck_at > excluded.recheck_at
    ),`;
}
