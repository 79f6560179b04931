import type { Context } from "#services";
import { type RecentVisit, readRecentVisits, unpackHops } from "#store/history";

export type TimeInNode = { readonly p50: number | null; readonly p90: number | null; readonly mean: number | null };

export const NO_TIME: TimeInNode = { p50: null, p90: null, mean: null };

/** The number of recent history rows read per shard: about 2,000 visits in total. */
const ROWS_A_SHARD = 32;

/** How long the most recent visits of each node lasted, in seconds; of all versions or of one. */
export async function measureTimeInNode(
  ctx: Context,
  journeyId: string,
  versionId: string | null = null,
): Promise<Map<string, TimeInNode>> {
  const rows = await readRecentVisits(ctx.database.sql, { journeyId, versionId }, ROWS_A_SHARD);
  const visits = new Map<string, number[]>();
  for (const row of rows) collect(row, visits);
  return new Map([...visits].map(([nodeId, times]) => [nodeId, summary(times)]));
}

/** Each hop ends a visit that began with the hop before it. */
function collect({ hops, arrived }: RecentVisit, visits: Map<string, number[]>): void {
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
