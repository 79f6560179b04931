import { type AuditScope, inScope, NAMED } from "./scope.ts";

export type HistoryGap = {
  readonly journey_id: string;
  readonly id: string;
  readonly known: boolean;
};

/**
 * Enrollments whose last transition does not lead to their current or final position, and enrollments without history
 * although it is kept (R7). A refused retry is a row without a transition.
 */
export async function findHistoryGaps(audit: AuditScope, shards: readonly number[]): Promise<HistoryGap[]> {
  const { sql, historyFrom } = audit;
  // The planner cannot estimate how many enrollments the first part finds; as a nested loop this takes hours.
  await sql`set local enable_nestloop = off`;
  const rows = await sql<HistoryGap[]>`
    with last as materialized (
      select distinct on (h.enrollment_id) h.enrollment_id, h.at, h.hops -> -1 ->> 'to' as to_node,
        coalesce(h.hops -> -1 ->> 'from', h.hops -> -2 ->> 'to') as left_node
      from history h
      where h.shard = any(${[...shards]}::smallint[]) and ${inScope(audit, "h")}
        and not (h.signal_kind = 'retry' and json_array_length(h.hops) = 1 and h.hops -> 0 ->> 'to' is null
          and h.hops -> 0 ->> 'from' is null)
      order by h.enrollment_id, h.at desc, h.committed_at desc, h.id desc
    )
    select e.journey_id, e.id, last.enrollment_id is not null as known
    from (select * from enrollments e where e.shard = any(${[...shards]}::smallint[]) and ${inScope(audit, "e")}) e
    left join (select * from positions p where p.shard = any(${[...shards]}::smallint[]) and ${inScope(audit, "p")}) p
      on p.shard = e.shard and p.enrollment_id = e.id
    left join last on last.enrollment_id = e.id
    where (last.enrollment_id is null and e.enrolled_at >= ${historyFrom}::timestamptz)
      or (last.at >= ${historyFrom}::timestamptz and case
        when e.status = 'active' then p.enrollment_id is not null and last.to_node is distinct from p.node_id::text
        else coalesce(last.to_node, last.left_node) is distinct from e.last_node_id::text
          or (last.to_node is not null and not e.exit_reason in ('finished', 'step_failed'))
      end)
    limit ${NAMED}`;
  await sql`set local enable_nestloop = on`;
  return rows;
}
