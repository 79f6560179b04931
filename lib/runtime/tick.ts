import { SHARD_COUNT } from "#db";
import { readMoment } from "#store/engine-config";
import { findShardsWithWork, type LowerBounds } from "#store/shards";
import type { BatchReport } from "./batch/batch-plan.ts";
import { lowerBounds, NO_BOUNDS } from "./batch/bounds.ts";
import { isOutdated, isRefusal } from "./batch/refusal.ts";
import { retryInHalves } from "./batch/retry-in-halves.ts";
import { runBatch } from "./batch/run-batch.ts";
import { loadConfiguration } from "./load-configuration.ts";
import { mergeOrSetAside } from "./merge/merge-or-set-aside.ts";
import type { Runtime } from "./runtime.ts";

export type TickReport = BatchReport;

/**
 * One batch: finds shards with work, locks a few, steps their people and commits everything in one transaction.
 * `idle` in the answer means that there was nothing to do, or that others are doing it. Throws what the database throws,
 * but for rows it refuses, which are tracked down and set aside (R17).
 */
export async function tick(runtime: Runtime): Promise<TickReport> {
  if (runtime.clock.kind === "database") runtime.firstLook.since ??= (await readMoment(runtime.database.sql)).now;
  const { shards, bounds } = await lookForWork(runtime);
  if (shards.length === 0) return { idle: true, shards: 0, people: 0, signals: 0, timers: 0, history: 0 };
  const personIds: string[] = [];
  const plan = { shards, bounds, personIds, people: null, suspected: false };
  const { report, merges } = await runBatch(runtime, plan).catch(async (error: unknown) => {
    if (isOutdated(error)) return await runBatch(runtime, { ...plan, personIds: [] });
    if (!isRefusal(error) || personIds.length === 0) throw error;
    runtime.report("part of a batch was refused; searching for the person concerned", error);
    return { report: await retryInHalves(runtime, plan), merges: [] };
  });
  for (const merge of merges) await mergeOrSetAside(runtime, merge.owner);
  return report;
}

async function lookForWork(runtime: Runtime): Promise<{ shards: number[]; bounds: LowerBounds }> {
  const { clock, database, bounds, configuration } = runtime;
  // What was left for a newer worker may be readable by now, and no batch would come to know.
  if (configuration.current.unreadable.length > 0)
    await loadConfiguration(runtime, database.sql, (await readMoment(database.sql)).revision);
  const now = clock.kind === "virtual" ? clock.at.toISOString() : null;
  // A virtual clock may stand far from the times in the tables: no bound holds for it.
  const from = now === null ? lowerBounds(bounds) : NO_BOUNDS;
  // More than one batch takes, as other workers hold some of them.
  const some = { start: Math.floor(Math.random() * SHARD_COUNT), wanted: Math.max(16, 4 * runtime.claimWidth.shards) };
  const shards = await findShardsWithWork(database.sql, from, now, configuration.current, some);
  return { shards, bounds: from };
}
