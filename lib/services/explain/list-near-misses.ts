import { ALL_SHARDS } from "#db";
import { type Context, iso } from "#services";
import { findJourney } from "#services/journeys";
import type { NearMisses } from "./schema.ts";

/** Examples of one reason and hour at most, and in the whole answer of one reason (R41). */
const SAMPLES = 100;

type Row = {
  reason: string;
  count: number;
  samples: { personId: string; at: number; detail?: Record<string, unknown> }[] | null;
};

/** Who nearly entered a journey in the last hours: by reason, the most frequent first, with the latest examples. */
export async function listNearMisses(ctx: Context, reference: string, hours: number): Promise<NearMisses> {
  const journey = await findJourney(ctx, reference);
  const { sql } = ctx.database;
  const [clock] = await sql<{ since: string }[]>`
    select date_trunc('hour', now() - make_interval(hours => ${hours - 1})) as since`;
  const since = iso(clock?.since ?? "");
  const rows = await sql<Row[]>`
    with missed as (
      select reason, hour, count, samples from near_misses
      where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id} and hour >= ${since}::timestamptz
    ), samples as (
      select reason, jsonb_agg(sample order by at desc) as samples from (
        select reason, sample, (sample ->> 'at')::float8 as at,
          row_number() over (partition by reason order by (sample ->> 'at')::float8 desc) as place
        from missed, jsonb_array_elements(missed.samples) as sample
      ) latest where place <= ${SAMPLES} group by reason
    )
    select missed.reason, sum(count)::float8 as count, samples.samples
    from missed left join samples using (reason)
    group by missed.reason, samples.samples
    order by 2 desc, 1`;
  const data = rows.map(({ reason, count, samples }) => ({
    reason,
    count,
    samples: (samples ?? []).map(({ personId, at, detail }) => ({
      personId,
      at: iso(at),
      detail: detail ?? {},
    })),
  }));
  return { data, meta: { since, total: data.reduce((sum, { count }) => sum + count, 0) } };
}
