import type { TransactionSql } from "#db";
import { announceAdvanced } from "#db";
import { forgetAdvanceAttempts } from "#store/advance-attempts";
import { loadBatchInput } from "#store/advance-input";
import { readMoment } from "#store/engine-config";
import { deleteInbox, forwardInbox, readInbox } from "#store/inbox";
import { readDuePositions } from "#store/positions";
import { lockShard } from "#store/shards";
import { forceCustomPlans, forceIndexScans, type Statement, toSqlTimestamp } from "#store/sql";
import { claimSome } from "../claim-shards.ts";
import { mayWorkAt } from "../downtime/index.ts";
import { loadConfiguration } from "../load-configuration.ts";
import type { Runtime } from "../runtime.ts";
import { advancePeople, type Suspicion } from "./advance-people.ts";
import { type Batch, gatherBatch, type PersonWork } from "./batch.ts";
import type { BatchPlan, BatchReport } from "./batch-plan.ts";
import { sawEverything } from "./bounds.ts";
import { isolateCrashSuspects } from "./crash-isolation.ts";
import { findRefused } from "./find-refused.ts";
import { writeChanges } from "./write-changes.ts";

export type BatchResult = { readonly report: BatchReport; readonly merges: readonly PersonWork[] };

/** Claims, reads, advances, writes and commits, all in one transaction. */
export async function runBatch(runtime: Runtime, plan: BatchPlan): Promise<BatchResult> {
  const result = await runtime.database.sql.begin((sql) => runInside(runtime, plan, sql));
  // Those of an earlier attempt are announced too: they are read again, no more.
  announceAdvanced(plan.personIds);
  return result;
}

async function runInside(runtime: Runtime, plan: BatchPlan, sql: TransactionSql): Promise<BatchResult> {
  // The statements are sent together and run one after the other, so the time is read when the locks are held.
  if (plan.waits) for (const shard of plan.shards) await lockShard(sql, shard);
  const [, claimed, asked] = await Promise.all([
    forceIndexScans(sql),
    claimSome(runtime, sql, plan.shards, runtime.claimWidth.shards),
    readMoment(sql),
  ]);
  if (claimed.length === 0) return NOTHING;
  // After a jump of the clock nothing is treated as due and no row gets a time (R44).
  if (!mayWorkAt(runtime, asked.now)) return NOTHING;
  const configuration = await loadConfiguration(runtime, sql, asked.revision);
  const now = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked.now;
  const { batch, suspect, noted } = await isolateCrashSuspects(
    runtime,
    sql,
    await readBatch(runtime, sql, plan, claimed, now),
  );
  if (suspect) runtime.report("signals or steps that ended processes are set aside", [...batch.people.keys()]);
  plan.personIds.push(...batch.people.keys());
  const [, facts] = await Promise.all([
    batch.people.size > MANY ? forceCustomPlans(sql) : undefined,
    loadBatchInput(sql, configuration, batch),
  ]);
  const suspicion: Suspicion = suspect && { kind: "suspect", ...suspect };
  const found =
    plan.suspected && !suspect ? await findRefused({ runtime, sql, configuration, batch, facts }) : suspicion;
  if (found?.kind === "barred")
    runtime.report("enrollments fail, because a result of theirs cannot be stored", found.barred);
  const { changes, merges, forwarded, done } = advancePeople(runtime, configuration, batch, facts, found);
  await writeChanges(sql, changes, now, [
    ...forwarded.map(({ work, to }) => concurrently(() => forwardInbox(sql, work.inbox, to))),
    concurrently(() => (done.length > 0 ? deleteInbox(sql, done) : undefined)),
    concurrently(() => (noted.length > 0 ? forgetAdvanceAttempts(sql, noted) : undefined)),
  ]);
  if (plan.people === null) for (const shard of batch.drained) sawEverything(runtime.bounds, shard, now);
  if (plan.people === null) adaptClaimWidth(runtime, batch);
  const works = [...batch.people.values()];
  const report: BatchReport = {
    idle: works.length === 0,
    shards: claimed.length,
    people: works.length,
    signals: done.length,
    timers: works.reduce((sum, work) => sum + work.due.length, 0),
    history: changes.history.length,
  };
  return { report, merges };
}

const concurrently = (run: Statement["run"]): Statement => ({ run, isAlone: false });

const WIDEST = 32;
const MANY = 100;

/**
 * A batch of a few signals takes as long as one of fifty. While shards hold little work, more of them are claimed at
 * once; this reduced the median latency at 500 events/s from hundreds of milliseconds to tens. Full batches return to
 * the limit.
 */
function adaptClaimWidth({ claimWidth, limits }: Runtime, batch: Batch): void {
  let rows = 0;
  for (const work of batch.people.values()) rows += work.inbox.length + work.due.length;
  if (rows * 8 < limits.signals) claimWidth.shards = Math.min(Math.max(WIDEST, limits.shards), claimWidth.shards * 2);
  else if (rows * 2 > limits.signals) claimWidth.shards = limits.shards;
}

const NOTHING: BatchResult = {
  report: { idle: true, shards: 0, people: 0, signals: 0, timers: 0, history: 0 },
  merges: [],
};

async function readBatch(
  runtime: Runtime,
  sql: TransactionSql,
  plan: BatchPlan,
  shards: readonly number[],
  now: number,
): Promise<Batch> {
  const { limits, configuration } = runtime;
  const signals = plan.quota ?? Math.ceil(limits.signals / shards.length);
  const timers = Math.ceil(limits.timers / shards.length);
  const bytes = Math.ceil(limits.bytes / shards.length);
  const { people } = plan;
  const from = (bounds: readonly string[]) => shards.map((shard) => bounds[shard] ?? "-infinity");
  const unreadable = configuration.current;
  const [inbox, due] = await Promise.all([
    readInbox(sql, { shards, bounds: from(plan.bounds.inbox), quota: signals, bytes, people, unreadable }),
    readDuePositions(sql, {
      shards,
      bounds: from(plan.bounds.due),
      now: toSqlTimestamp(now),
      quota: timers,
      people,
      unreadable,
    }),
  ]);
  return gatherBatch(now, shards, inbox, due, { signals, timers });
}
