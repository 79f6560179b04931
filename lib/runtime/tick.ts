import { isCluster, SHARD_COUNT } from "#db";
import { readMoment } from "#store/engine-config";
import { findShardsOfClusterWithWork, findShardsWithWork, type LowerBounds } from "#store/shards";
import type { BatchReport } from "./batch/batch-plan.ts";
import { lowerBounds, NO_BOUNDS } from "./batch/bounds.ts";
import { isOutdated, isRefusal } from "./batch/refusal.ts";
import { retryInHalves } from "./batch/retry-in-halves.ts";
import { runBatch } from "./batch/run-batch.ts";
import { asLive } from "./live-work.ts";
import { loadConfiguration } from "./load-configuration.ts";
import { mergeOrSetAside } from "./merge/merge-or-set-aside.ts";
import type { Runtime } from "./runtime.ts";

export type TickReport = BatchReport;

/**
 * Runs one batch: finds shards with work, locks a few, advances their people and commits everything in one transaction.
 * `idle` means that there was nothing to do, or that other workers are doing it. Throws the database's errors, except
 * for refused rows, which are tracked down and set aside (R17).
 */
export async function tick(runtime: Runtime): Promise<TickReport> {
  if (runtime.clock.kind === "database") runtime.firstLook.since ??= (await readMoment(runtime.database.sql)).now;
  const { shards, bounds } = await lookForWork(runtime);
  if (shards.length === 0) return { idle: true, shards: 0, people: 0, signals: 0, timers: 0, history: 0 };
  const advance = () => advanceShards(runtime, shards, bounds);
  // Nobody waits for what happens in a virtual time.
  return runtime.clock.kind === "virtual" ? await advance() : await asLive(runtime.live, advance);
}

async function advanceShards(runtime: Runtime, shards: number[], bounds: LowerBounds): Promise<TickReport> {
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
  // Versions that were left for a newer worker may be readable now. No batch would notice, because batches do not read
  // such rows, so the configuration is reloaded here.
  if (configuration.current.unreadable.length > 0)
    await loadConfiguration(runtime, database.sql, (await readMoment(database.sql)).revision);
  const now = clock.kind === "virtual" ? clock.at.toISOString() : null;
  // A virtual clock may be far from the times in the tables, so no bound is valid for it.
  const from = now === null ? lowerBounds(bounds) : NO_BOUNDS;
  // More shards than one batch takes, because other workers hold some of them.
  const some = { start: Math.floor(Math.random() * SHARD_COUNT), wanted: Math.max(16, 4 * runtime.claimWidth.shards) };
  const { sql } = database;
  const shards = (await isCluster(database))
    ? await findShardsOfClusterWithWork(sql, from, now, configuration.current, some.start)
    : await findShardsWithWork(sql, from, now, configuration.current, some);
  return { shards, bounds: from };
}
