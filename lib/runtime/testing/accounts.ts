import type { Database } from "#db";

/**
 * Totals over a whole database, for comparing runs: enrollments, their transitions in order, messages, and the
 * counters.
 */
export async function accounts(database: Database): Promise<Record<string, unknown>> {
  const [row] = await database.sql<Record<string, unknown>[]>`
    with hops as (
      select enrollment_id, coalesce(hop->>'from', case when place > 1 then hops->(place::int - 2)->>'to' end) as from_node,
        hop->>'to' as to_node,
        row_number() over (partition by enrollment_id order by history.at, history.id, place) as step,
        lag(hop->>'to') over (partition by enrollment_id order by history.at, history.id, place) as stood_on
      from history, json_array_elements(hops) with ordinality as unfolded (hop, place)
    )
    select
      (select count(*)::int from people) as people,
      (select count(*)::int from enrollments) as enrollments,
      (select count(*)::int from enrollments where status = 'completed') as completed,
      (select count(*)::int from positions) as positions,
      (select count(*)::int from inbox) as inbox,
      (select count(*)::int from deliveries) as deliveries,
      (select count(*)::int from (
        select from hops where to_node is not null group by enrollment_id, to_node having count(*) > 1) twice) as "repeatedVisits",
      (select count(*)::int from hops where step > 1 and from_node is distinct from stood_on) as "brokenPaths",
      (select count(*)::int from hops where to_node is not null) as hops,
      (select coalesce(sum(entered - advanced - exited - failed), 0)::int from node_counts
       where exists (select from hops where to_node = element_id::text)) as "openVisits",
      (select jsonb_build_object('enrolled', sum(enrolled), 'completed', sum(completed), 'stopped', sum(stopped),
        'failed', sum(failed)) from journey_counts) as counted`;
  return row ?? {};
}
