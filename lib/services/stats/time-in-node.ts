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
  const visits = await readVisits(ctx, journeyId, versionId);
  return new Map([...visits].map(([nodeId, times]) => [nodeId, summaryOf(times)]));
}

/** The lengths of the most recent visits of each node, in seconds. */
export async function readVisits(
  ctx: Context,
  journeyId: string,
  versionId: string | null,
): Promise<Map<string, number[]>> {
  const rows = await readRecentVisits(ctx.database.sql, { journeyId, versionId }, ROWS_A_SHARD);
  const visits = new Map<string, number[]>();
  for (const row of rows) collect(row, visits);
  return visits;
}

/** Each hop ends a visit that began with the hop before it. */
function collect({ hops, arrived }: RecentVisit, visits: Map<string, number[]>): void {
  let since = arrived;
  for (const hop of unpackHops(hops)) {
    if (hop.from !== null && since !== null) {
      const times = visits.get(hop.from) ?? [];
      times.push(Math.max(0, hop.at - since) / 1_000);
      visits.set(hop.from, times);
    }
    since = hop.at;
  }
}

export function summaryOf(times: readonly number[]): TimeInNode {
  if (times.length === 0) return NO_TIME;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
  return { p50: at(0.5), p90: at(0.9), mean: Math.round(mean * 1_000) / 1_000 };
}
