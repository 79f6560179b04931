import { type ConnectOptions, connect, type Database, wakeEngine } from "#db";
import { flushEventCatalog } from "../ingest/index.ts";
import { runOperations } from "../operations/index.ts";
import { type OutboxRuntime, runOutbox } from "../outbox/index.ts";
import { createRuntime, type RuntimeOptions } from "../runtime.ts";
import { tick } from "../tick.ts";
import { startLoop } from "./loop.ts";
import { makePartitions } from "./make-partitions.ts";
import { rollUpCounts } from "./roll-up-counts.ts";

/**
 * Settings for a worker's own connections (R12): a machine that loses power gives its shards back in under 30 s, and no
 * statement or forgotten transaction holds a shard for longer.
 */
export const workerConnection: ConnectOptions = {
  settings: {
    idle_in_transaction_session_timeout: 10_000,
    statement_timeout: 30_000,
    tcp_keepalives_idle: 10,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
  },
};

export type EngineOptions = RuntimeOptions & {
  /** Opens a pool of its own with the worker's settings; otherwise the given database's is shared. */
  readonly url?: string;
  /** Batches that run side by side in this process. */
  readonly workers?: number;
  /** How often to look for work that another process announced, in ms. */
  readonly pollMs?: number;
  /** `false` = another process sends; or what the sender should send with. */
  readonly outbox?: boolean | Pick<OutboxRuntime, "channels">;
};

export type Engine = { readonly stop: () => Promise<void> };

const MINUTE = 60_000;

/**
 * Runs journeys: batches, operations, the outbox, counters and partitions, until `stop` (which waits for what is running).
 * Any number of engines may run on one database; while it is away they back off and try again.
 */
export function startEngine(database: Database, options: EngineOptions = {}): Engine {
  const workers = options.workers ?? 2;
  const own = options.url ? connect(options.url, { ...workerConnection, max: workers + 4 }) : null;
  const runtime = createRuntime(own ?? database, options);
  const { report } = runtime;
  const pollMs = options.pollMs ?? 100;
  const sending = new AbortController();
  const sender: OutboxRuntime = {
    database: runtime.database,
    clock: runtime.clock,
    signal: sending.signal,
    ...(typeof options.outbox === "object" ? options.outbox : {}),
  };
  const batch = async () => {
    const done = await tick(runtime);
    // Deliveries of this batch may go out at once, and another worker may take the shards that were left.
    if (!done.idle) wakeEngine();
    return !done.idle;
  };
  const loops = [
    ...Array.from({ length: workers }, (_, index) =>
      startLoop({ name: `worker ${index + 1}`, work: batch, idleMs: pollMs, wakes: true, report }),
    ),
    startLoop({
      name: "operations",
      work: async () => {
        const touched = await runOperations(runtime);
        if (touched > 0) wakeEngine();
        return touched > 0;
      },
      idleMs: pollMs,
      wakes: true,
      report,
    }),
    startLoop({ name: "counters", work: () => rollUpCounts(runtime), idleMs: MINUTE, wakes: false, report }),
    startLoop({ name: "partitions", work: () => makePartitions(runtime), idleMs: 60 * MINUTE, wakes: false, report }),
  ];
  if (options.outbox !== false) {
    const send = async () => (await runOutbox(sender)) > 0;
    loops.push(startLoop({ name: "outbox", work: send, idleMs: pollMs, wakes: true, report }));
  }
  return {
    stop: async () => {
      sending.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await flushEventCatalog(database).catch(() => {});
      await own?.close();
    },
  };
}
