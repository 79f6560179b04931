import type { TransactionSql } from "#db";
import { readMoment } from "#store/engine-config";
import {
  advanceOperation,
  layOutOperation,
  noteSlices,
  type OpenShard,
  openOperationShards,
  readOperationShards,
} from "#store/operation-shards";
import {
  claimOperation,
  delayOperation,
  finishOperation,
  isOpen,
  type Operation,
  readOpenOperations,
} from "#store/operations";
import { reasonOf } from "../batch/refusal.ts";
import { claimSome } from "../claim-shards.ts";
import { isLasting } from "../lasting-error.ts";
import { noteSlice, sliceFor, widthOf, yieldToLive } from "../live-work.ts";
import { loadConfiguration } from "../load-configuration.ts";
import type { Runtime } from "../runtime.ts";
import { kinds } from "./kinds.ts";
import { FIRST, type OperationKind, type Slice } from "./operation.ts";
import { type Pace, paceOf, pauseAfter } from "./pace.ts";

/**
 * Runs one round of the open operations, the oldest of each journey first. Returns the number of shards processed. While
 * people are live, few loops of a process work on operations, and each lets the batches before it end (R50).
 */
export async function runOperations(runtime: Runtime): Promise<number> {
  const { live } = runtime;
  await yieldToLive(live);
  if (live.bulk >= widthOf(live).atOnce) return 0;
  live.bulk += 1;
  const began = performance.now();
  try {
    return await runRound(runtime);
  } finally {
    live.bulk -= 1;
    live.lastRoundMs = performance.now() - began;
  }
}

async function runRound(runtime: Runtime): Promise<number> {
  let touched = 0;
  for (const operation of await readOpenOperations(runtime.database.sql, virtualNow(runtime))) {
    try {
      await layOutOperation(runtime.database.sql, operation.id, kinds[operation.kind]?.shards?.(operation));
      touched += await runtime.database.sql.begin((sql) => workOff(runtime, sql, operation));
    } catch (error) {
      if (!isLasting(error)) throw error;
      runtime.report(`operation ${operation.id} (${operation.kind}) failed`, error);
      await finishOperation(runtime.database.sql, operation.id, "failed", reasonOf(error));
    }
  }
  return touched;
}

const virtualNow = ({ clock }: Runtime): string | null => (clock.kind === "virtual" ? clock.at.toISOString() : null);

async function workOff(runtime: Runtime, sql: TransactionSql, operation: Operation): Promise<number> {
  const kind = kinds[operation.kind];
  if (!kind) {
    await finishOperation(sql, operation.id, "failed", `There is no operation of the kind “${operation.kind}”.`);
    return 1;
  }
  const pace = paceOf(operation.input);
  // With a rate only one worker at a time may process a portion; otherwise as many as there are free shards.
  if (pace && !(await claimOperation(sql, operation.id, virtualNow(runtime)))) return 0;
  const open = await openOperationShards(sql, operation.id);
  if (open.length > 0) return await workOffShards(runtime, sql, operation, { kind, pace, unfinished: open });
  // If the operation was cancelled meanwhile, the work done in the shards stays, but `finish` does not run.
  if (await finishOperation(sql, operation.id, "done", null)) await kind.finish?.(sql, operation);
  return 1;
}

/** What is left of an operation, and how fast it may be done. */
type Left = { readonly kind: OperationKind; readonly pace: Pace | null; readonly unfinished: readonly number[] };

async function workOffShards(
  runtime: Runtime,
  sql: TransactionSql,
  operation: Operation,
  { kind, pace, unfinished }: Left,
): Promise<number> {
  const readyOf = async (shards: readonly number[]) =>
    kind.ready && shards.length > 0 ? await kind.ready(sql, operation, shards) : shards;
  const width = widthOf(runtime.live);
  const shards = await readyOf(await claimSome(runtime, sql, await readyOf(unfinished), width.shards));
  // The configuration is read after the locks, so that no row of an older configuration can appear behind the cursor
  // (R14).
  if (shards.length === 0 || !(await isOpen(sql, operation.id))) return 0;
  const asked = await readMoment(sql);
  const configuration = await loadConfiguration(runtime, sql, asked.revision);
  const now = runtime.clock.kind === "virtual" ? runtime.clock.at.getTime() : asked.now;
  const snapshot = configuration.snapshots.get(operation.workspaceId);
  const open = await readOperationShards(sql, operation.id, shards);
  if (kind.steps)
    await noteSlices(
      runtime.database.sql,
      operation.id,
      open.map(({ shard }) => shard),
    );
  const own = { runtime, sql, configuration, snapshot, operation, now };
  const began = performance.now();
  let setOff = 0;
  let pauseMs = 0;
  for (const [index, at] of open.entries()) {
    const budget = pace ? pace.people - setOff : null;
    if (budget !== null && budget <= 0) break;
    const until = began + (width.holdMs * (index + 1)) / open.length;
    const done = await workOffShard(own, kind, at, budget, until);
    setOff += done.setOff;
    pauseMs = Math.max(pauseMs, done.pauseMs);
  }
  if (pace) pauseMs = Math.max(pauseMs, pauseAfter(pace, setOff));
  if (pauseMs > 0) await delayOperation(sql, operation.id, now + pauseMs);
  return shards.length;
}

type Own = Omit<Slice, "shard" | "cursor" | "limit" | "budget" | "hasCrashed">;

/** Runs one slice, and further slices of the same shard until the time is used up; with a rate only one. */
async function workOffShard(
  own: Own,
  kind: OperationKind,
  { shard, cursor, attempts }: OpenShard,
  budget: number | null,
  until: number,
): Promise<{ setOff: number; pauseMs: number }> {
  let from = cursor ?? FIRST;
  let setOff = 0;
  for (;;) {
    const limit = sliceFor(own.runtime.live, own.operation.kind);
    const began = performance.now();
    const result = await kind.work({ ...own, shard, cursor: from, limit, budget, hasCrashed: attempts > 0 });
    await advanceOperation(own.sql, own.operation.id, shard, result);
    noteSlice(own.runtime.live, own.operation.kind, limit / Math.max(1, performance.now() - began));
    setOff += result.setOff ?? result.done;
    const { cursor: reached, pauseMs = 0 } = result;
    if (reached === null || kind.oneSlice || pauseMs > 0 || budget !== null || performance.now() >= until)
      return { setOff, pauseMs };
    from = reached;
  }
}
