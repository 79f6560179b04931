import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "#services";
import { findJourney, findVersionId } from "#services/journeys";
import { readExactClock } from "#store/engine-config";
import { readPublishedVersion } from "#store/journeys";
import { countedStats } from "./get-stats.ts";
import { type LiveHop, listHops } from "./list-hops.ts";
import type { JourneyStats, StatsQuery } from "./schema.ts";
import { measureTimeInNode } from "./time-in-node.ts";

export type LiveEvent =
  | { readonly kind: "stats"; readonly stats: JourneyStats }
  | { readonly kind: "hop"; readonly hop: LiveHop }
  | { readonly kind: "heartbeat" };

const EVERY_MS = 1_000;
const HEARTBEAT_TICKS = 15;
/** Slow parts (names, times in nodes) are refreshed rarely, and after a publish. */
const SLOW_TICKS = 15;

/**
 * Live updates of a journey, for one version or all: stats when they change, about once a second, and each transition.
 * Ends when the `AbortSignal` fires.
 */
export async function* watchJourney(
  ctx: Context,
  reference: string,
  query: StatsQuery,
  signal: AbortSignal,
): AsyncGenerator<LiveEvent> {
  let journey = await findJourney(ctx, reference);
  const versionId = await findVersionId(ctx, journey.id, query);
  let times = await measureTimeInNode(ctx, journey.id, versionId);
  let since = await readExactClock(ctx.database.sql);
  let last = "";
  for (let tick = 0, silent = 0; !signal.aborted; tick += 1) {
    const isSlow = tick > 0 && tick % SLOW_TICKS === 0;
    if (isSlow || (await readPublishedVersion(ctx.database.orm, journey.id)) !== journey.publishedVersionId) {
      journey = await findJourney(ctx, reference);
      times = await measureTimeInNode(ctx, journey.id, versionId);
    }
    const { hops, until } = await listHops(ctx, journey.id, since, versionId);
    since = until;
    const stats = await countedStats(ctx, journey, times, versionId);
    const text = JSON.stringify(stats);
    const changed = text !== last || hops.length > 0;
    last = text;
    if (changed) yield { kind: "stats", stats };
    for (const hop of hops) yield { kind: "hop", hop };
    silent = changed ? 0 : silent + 1;
    if (silent > 0 && silent % HEARTBEAT_TICKS === 0) yield { kind: "heartbeat" };
    await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
