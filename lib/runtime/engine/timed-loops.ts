import { MINUTE_MS, SECOND_MS } from "#times";
import { openWatch, watchAlerts } from "../alerts/index.ts";
import { learnOffers } from "../allocations/learn-offers.ts";
import { reweighSplits } from "../allocations/reweigh-splits.ts";
import { settleBroadcasts } from "../broadcasts/index.ts";
import { runCampaigns } from "../campaigns/index.ts";
import { runDates } from "../dates/index.ts";
import { lookBehind } from "../look-behind.ts";
import { queueNotices } from "../notices/index.ts";
import { openRechecks, recheckConditions, wakeMemberships } from "../recheck/index.ts";
import type { Runtime } from "../runtime.ts";
import { runSchedules } from "../schedules/index.ts";
import { takeInTracked } from "../track/index.ts";
import type { Gate } from "./gate.ts";
import { type Loop, startLoop } from "./loop.ts";
import { makePartitions } from "./make-partitions.ts";
import { rollUpCounts } from "./roll-up-counts.ts";

/** One of 64 shards at each look, so that each shard is checked within five minutes (R23). */
const LOOK = 4 * SECOND_MS;

/** Loops for work that time alone causes and nobody announces; each polls at its own interval. */
export function startTimedLoops(runtime: Runtime, gate: Gate, pollMs: number): Loop[] {
  const watch = openWatch();
  const rechecks = openRechecks();
  const timed: readonly (readonly [name: string, idleMs: number, work: () => Promise<boolean>])[] = [
    ["tracked", pollMs, () => takeInTracked(runtime)],
    ["late rows", SECOND_MS, () => lookBehind(runtime).then(() => false)],
    ["schedules", SECOND_MS, gate.behind(() => runSchedules(runtime))],
    ["campaigns", SECOND_MS, gate.behind(() => runCampaigns(runtime))],
    ["broadcasts", LOOK, () => settleBroadcasts(runtime)],
    ["memberships", SECOND_MS, gate.behind(() => wakeMemberships(runtime))],
    ["dates", SECOND_MS, gate.behind(() => runDates(runtime))],
    ["conditions", LOOK, () => recheckConditions(runtime, rechecks)],
    ["life", SECOND_MS, gate.watch],
    ["alerts", MINUTE_MS, () => watchAlerts(runtime, watch)],
    ["notices", MINUTE_MS, () => queueNotices(runtime)],
    ["offers", MINUTE_MS, () => learnOffers(runtime)],
    ["splits", MINUTE_MS, () => reweighSplits(runtime)],
    ["counters", MINUTE_MS, () => rollUpCounts(runtime)],
    ["partitions", 60 * MINUTE_MS, () => makePartitions(runtime)],
  ];
  return timed.map(([name, idleMs, work]) => startLoop({ name, work, idleMs, wakes: false, report: runtime.report }));
}
