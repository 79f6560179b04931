import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";

/** One reason, with its latest samples. */
export type ReasonCount = {
  reason: string;
  count: number;
  samples: { personId: string; at: number; detail?: Record<string, unknown> }[] | null;
};

/** The start of the hour `hours - 1` hours before the present one, as text. */
export async function hoursAgo(sql: Connection, hours: number): Promise<string> {
  const [clock] = await sql<{ since: string }[]>`
    select date_trunc('hour', now() - make_interval(hours => ${hours - 1})) as since`;
  return clock?.since ?? "";
}

/** A journey's near misses since an hour by reason, the most frequent first, each with its latest samples. */
export async function readNearMisses(
  sql: Connection,
  journeyId: string,
  since: string,
  samples: number,
): Promise<ReasonCount[]> {
  return await sql<ReasonCount[]>`
    with missed as (
      select reason, hour, count, samples from near_misses
      where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId} and hour >= ${since}::timestamptz
    ), samples as (
      select reason, jsonb_agg(sample order by at desc) as samples from (
        select reason, sample, (sample ->> 'at')::float8 as at,
          row_number() over (partition by reason order by (sample ->> 'at')::float8 desc) as place
        from missed, jsonb_array_elements(missed.samples) as sample
      ) latest where place <= ${samples} group by reason
    )
    select missed.reason, sum(count)::float8 as count, samples.samples
    from missed left join samples using (reason)
    group by missed.reason, samples.samples
    order by 2 desc, 1`;
}
