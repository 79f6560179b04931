import { ALL_SHARDS } from "#db";
import type { Context } from "#services";
import { type PackedHop, unpackHops } from "#store/history";

export type TimeInNode = { readonly p50: number | null; readonly p90: number | null; readonly mean: number | null };

export const NO_TIME: TimeInNode = { p50: null, p90: null, mean: null };

/** Recent history rows of each shard that are looked at: some 2,000 visits in all. */
const ROWS_A_SHARD = 32;

type Row = { hops: PackedHop[]; arrived: number | null };

/** How long the most recent visits of each node lasted, in seconds; of all versions or of one. */
export async function measureTimeInNode(
  ctx: Context,
  journeyId: string,
  versionId: string | null = null,
): Promise<Map<string, TimeInNode>> {
  const rows = await ctx.database.sql<Row[]>`
    select recent.hops, before.arrived
    from unnest(${ALL_SHARDS}::int[]) as s (number)
    cross join lateral (
      select h.enrollment_id, h.at, h.hops from history h
      where h.shard = s.number and h.journey_id = ${journeyId}
        and (${versionId}::uuid is null or h.version_id = ${versionId}::uuid)
      order by h.at desc limit ${ROWS_A_SHARD}
    ) recent
    left join lateral (
      select coalesce(b.hops -> -1 ->> 'at', b.hops -> 0 ->> 'at')::float8 as arrived from history b
      where b.shard = s.number and b.enrollment_id = recent.enrollment_id and b.at < recent.at
      order by b.at desc limit 1
    ) before on true`;
  const visits = new Map<string, number[]>();
  for (const row of rows) collect(row, visits);
  return new Map([...visits].map(([nodeId, times]) => [nodeId, summary(times)]));
}

/** Each hop ends a visit that began with the hop before it. */
function collect({ hops, arrived }: Row, visits: Map<string, number[]>): void {
  let since = arrived;
  for (const hop of unpackHops(hops)) {
    if (hop.from !== null && since !== null) {
      const times = visits.get(hop.from) ?? [];
      visits.set(hop.from, [...times, Math.max(0, hop.at - since) / 1_000]);
    }
    since = hop.at;
  }
}

function summary(times: readonly number[]): TimeInNode {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
  return { p50: at(0.5), p90: at(0.9), mean: Math.round(mean * 1_000) / 1_000 };
}
