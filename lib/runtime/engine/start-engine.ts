import { config } from "#config";
import { type ConnectOptions, connect, type Database, registerAdvancer, wakeEngine } from "#db";
import { log } from "#log";
import { countBatch } from "#metrics";
import { describeSpan, inSpan } from "#traces";
import { advancePersonNow } from "../advance-person-now.ts";
import type { DowntimeOptions } from "../downtime/index.ts";
import { flushEventCatalog, flushPropertyCatalog } from "../ingest/index.ts";
import { isLive } from "../live-work.ts";
import { flushMessageCounts } from "../messages/index.ts";
import { runOperations } from "../operations/index.ts";
import { type OutboxRuntime, openClaimOwner } from "../outbox/index.ts";
import { createRuntime, type Runtime, type RuntimeOptions } from "../runtime.ts";
import { tick } from "../tick.ts";
import { type Gate, openGate } from "./gate.ts";
import { startLoop } from "./loop.ts";
import { startSenderLoops } from "./sender-loops.ts";
import { startTimedLoops } from "./timed-loops.ts";

/**
 * Settings for a worker's own connections (R12). If a machine loses power, its shards are free again in under 30 s, and
 * no statement or idle transaction holds a shard for longer.
 */
export const workerConnection: ConnectOptions = {
  settings: {
    idle_in_transaction_session_timeout: 10_000,
    statement_timeout: 30_000,
    tcp_keepalives_idle: 10,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
    // A plan that was cached while a table was empty scans the whole table until statistics are updated: an idle look
    // took 367 ms. Every hot statement has its index, so sequential scans are disabled.
    enable_seqscan: "off",
    // Before PostgreSQL 18 a disabled scan type adds ten billion to the estimated cost, which makes the server compile
    // the statement with JIT if it can.
    jit: "off",
  },
};

/**
 * With two workers a quarter of two cores was idle, because each connection waits for Node while it reads and advances
 * people.
 */
const WORKERS = 3;

export type EngineOptions = RuntimeOptions & {
  /** Opens a separate pool with the worker's settings; if absent, the given database's pool is shared. */
  readonly url?: string;
  /** Concurrent batches in this process; three if absent. */
  readonly workers?: number;
  /** How often to check for work that another process announced, in ms. */
  readonly pollMs?: number;
  /** `false`: another process sends. Otherwise the channels to send with. */
  readonly outbox?: boolean | Pick<OutboxRuntime, "channels">;
  /** What to do after a downtime (R44); if absent, as the process is configured. */
  readonly downtime?: DowntimeOptions;
};

export type Engine = { readonly stop: () => Promise<void> };

const STEPS_AT_ONCE = 4;

const poolOf = ({ keepsSessions }: Database, workers: number): ConnectOptions => ({
  ...workerConnection,
  max: workers * 2 + 10,
  pooled: !keepsSessions,
});

/**
 * Runs journeys (batches, operations, the outbox, counters and partitions) until `stop`, which waits for running work.
 * Any number of engines may run on one database. While the database is away they back off and try again.
 */
export function startEngine(database: Database, options: EngineOptions = {}): Engine {
  const workers = options.workers ?? WORKERS;
  const own = options.url ? connect(options.url, poolOf(database, workers)) : null;
  const runtime = createRuntime(own ?? database, options);
  const { report } = runtime;
  const pollMs = options.pollMs ?? 100;
  const sending = new AbortController();
  // A pooler may hand a session's lock to another session, so the lock does not show which sender is alive. Claims then
  // end with their leases.
  const owner = runtime.database.keepsSessions ? openClaimOwner(runtime.database) : undefined;
  const sender: OutboxRuntime = {
    database: runtime.database,
    clock: runtime.clock,
    signal: sending.signal,
    owner,
    report,
    ...(typeof options.outbox === "object" ? options.outbox : {}),
  };
  const batch = () => inSpan("advance batch", {}, () => runOneBatch(runtime));
  const { afterGap, smtpUrl } = config();
  const gate = openGate(runtime, options.downtime ?? { afterGap, realSender: smtpUrl !== null });
  const loops = [
    ...Array.from({ length: workers }, (_, index) =>
      startLoop({ name: `worker ${index + 1}`, work: gate.behind(batch), idleMs: pollMs, wakes: true, report }),
    ),
    ...Array.from({ length: workers }, (_, index) =>
      startLoop({
        name: `operations ${index + 1}`,
        work: gate.behind(async () => {
          const touched = await runOperations(runtime);
          // Beside live people slices are short: a wake after each would cost more than it brings.
          if (touched > 0 && !isLive(runtime.live)) wakeEngine();
          return touched > 0;
        }),
        idleMs: pollMs,
        wakes: true,
        report,
      }),
    ),
    ...startTimedLoops(runtime, gate, pollMs),
  ];
  if (options.outbox !== false) loops.push(...startSenderLoops(sender, gate, { pollMs, report }));
  const withdraw = registerAdvancer(stepsOf(runtime, gate));
  return {
    stop: async () => {
      withdraw();
      sending.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await flushEventCatalog(database).catch(() => {});
      await flushPropertyCatalog(database).catch(() => {});
      await flushMessageCounts(database).catch(() => {});
      await owner?.close();
      await own?.close();
    },
  };
}

/** Runs a batch and counts it; false: there was nothing to do. */
async function runOneBatch(runtime: Runtime): Promise<boolean> {
  const started = performance.now();
  const done = await tick(runtime);
  const { idle, people, signals, timers, shards } = done;
  describeSpan(
    { "sojourn.people": people, "sojourn.signals": signals, "sojourn.timers": timers, "sojourn.shards": shards },
    { isDropped: idle },
  );
  if (idle) return false;
  log.debug("engine: batch committed", done);
  countBatch((performance.now() - started) / 1_000, done);
  // Deliveries of this batch can be sent now, and another worker can take the remaining shards.
  wakeEngine();
  return true;
}

/**
 * Advances single people for requests that wait for the result. Above this number the workers take over, which advance
 * people in batches.
 */
function stepsOf(runtime: Runtime, gate: Gate): Parameters<typeof registerAdvancer>[0] {
  let running = 0;
  return async (personId) => {
    if (running >= STEPS_AT_ONCE) return "absent";
    running++;
    try {
      let answer: "done" | "busy" = "busy";
      await gate.behind(async () => {
        answer = await advancePersonNow(runtime, personId);
        return true;
      })();
      return answer;
    } finally {
      running--;
    }
  };
}
