import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import { outcomeOf } from "./hidden.ts";

export type DayCounts = {
  readonly day: string;
  readonly enrolled: number;
  readonly completed: number;
  readonly stopped: number;
  readonly failed: number;
  readonly converted: number;
  readonly value: number;
};

/** What happened to a journey's enrollments per day. The days start at the given times, the oldest first. */
export async function readDays(
  sql: Connection,
  journey: { readonly id: string; readonly countedRevision: string | null },
  days: readonly { readonly day: string; readonly startsAt: number }[],
): Promise<DayCounts[]> {
  const times = days.map(({ startsAt }) => new Date(startsAt).toISOString());
  // A sub-select, so that the times are read once: as a cast beside a column they were read again for each row, 40 µs each.
  const starts = sql`(select given.times from given)`;
  const since = new Date(days[0]?.startsAt ?? 0).toISOString();
  const own = sql`shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id}`;
  return await sql<DayCounts[]>`
    with given as materialized (
      select ${times}::text[]::timestamptz[] as times
    ), days as (
      select day, place from unnest(${days.map(({ day }) => day)}::text[]) with ordinality as given (day, place)
    ), began as (
      select width_bucket(enrolled_at, ${starts}) as place, count(*) as enrolled
      from enrollments where ${own} and enrolled_at >= ${since}::timestamptz group by 1
    ), ended as (
      select width_bucket(ended_at, ${starts}) as place,
        count(*) filter (where outcome = 'completed') as completed,
        count(*) filter (where outcome = 'stopped') as stopped,
        count(*) filter (where outcome = 'failed') as failed
      from (
        select ended_at, ${outcomeOf(sql, "e")} as outcome
        from enrollments e where ${own} and ended_at >= ${since}::timestamptz
      ) enrollments group by 1
    ), converted as (
      select width_bucket(at, ${starts}) as place, count(*) as converted, sum(value) as value
      from conversions where ${own} and at >= ${since}::timestamptz
        and goal_revision = ${journey.countedRevision} group by 1
    )
    select day, coalesce(enrolled, 0)::float8 as enrolled, coalesce(completed, 0)::float8 as completed,
      coalesce(stopped, 0)::float8 as stopped, coalesce(failed, 0)::float8 as failed,
      coalesce(converted, 0)::float8 as converted,
      coalesce(value, 0)::float8 as value
    from days left join began using (place) left join ended using (place) left join converted using (place)
    order by place`;
}
