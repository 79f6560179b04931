import { config } from "#config";
import { type ConnectOptions, connect, type Database, registerAdvancer, wakeEngine } from "#db";
import { log } from "#log";
import { advancePersonNow } from "../advance-person-now.ts";
import type { DowntimeOptions } from "../downtime/index.ts";
import { flushEventCatalog } from "../ingest/index.ts";
import { flushMessageCounts } from "../messages/index.ts";
import { runOperations } from "../operations/index.ts";
import { type OutboxRuntime, openClaimOwner, openDeadWatch, runOutbox } from "../outbox/index.ts";
import { createRuntime, type Runtime, type RuntimeOptions } from "../runtime.ts";
import { tick } from "../tick.ts";
import { type Gate, openGate } from "./gate.ts";
import { startLoop } from "./loop.ts";
import { startTimedLoops } from "./timed-loops.ts";

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
    // A plan kept from when a table was empty reads all of it until statistics come by: an idle look took 367 ms. Every hot
    // statement has its index.
    enable_seqscan: "off",
    // Before PostgreSQL 18 a way that is off costs ten billion, which is worth compiling the statement to any server that can.
    jit: "off",
  },
};

/** With two, a quarter of two cores was idle: each one's connection waits for Node while it reads and steps. */
const WORKERS = 3;

export type EngineOptions = RuntimeOptions & {
  /** Opens a pool of its own with the worker's settings; otherwise the given database's is shared. */
  readonly url?: string;
  /** Batches that run side by side in this process; three unless given. */
  readonly workers?: number;
  /** How often to look for work that another process announced, in ms. */
  readonly pollMs?: number;
  /** `false` = another process sends; or what the sender should send with. */
  readonly outbox?: boolean | Pick<OutboxRuntime, "channels">;
  /** What happens after a gap (R44); otherwise what the process is configured for. */
  readonly downtime?: DowntimeOptions;
};

export type Engine = { readonly stop: () => Promise<void> };

const STEPS_AT_ONCE = 4;
/** A sender that dies is missed by the others within that time. */
const DEAD_LOOK_MS = 2_000;

/**
 * Runs journeys: batches, operations, the outbox, counters and partitions, until `stop` (which waits for what is running).
 * Any number of engines may run on one database; while it is away they back off and try again.
 */
export function startEngine(database: Database, options: EngineOptions = {}): Engine {
  const workers = options.workers ?? WORKERS;
  const own = options.url ? connect(options.url, { ...workerConnection, max: workers * 2 + 10 }) : null;
  const runtime = createRuntime(own ?? database, options);
  const { report } = runtime;
  const pollMs = options.pollMs ?? 100;
  const sending = new AbortController();
  // A lock that a pooler may hand to another session says nothing about who lives: claims there end with their leases.
  const owner = runtime.database.keepsSessions ? openClaimOwner(runtime.database) : undefined;
  const sender: OutboxRuntime = {
    database: runtime.database,
    clock: runtime.clock,
    signal: sending.signal,
    owner,
    report,
    ...(typeof options.outbox === "object" ? options.outbox : {}),
  };
  const batch = async () => {
    const done = await tick(runtime);
    // Deliveries of this batch may go out at once, and another worker may take the shards that were left.
    if (!done.idle) {
      log.debug("engine: batch committed", done);
      wakeEngine();
    }
    return !done.idle;
  };
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
          if (touched > 0) wakeEngine();
          return touched > 0;
        }),
        idleMs: pollMs,
        wakes: true,
        report,
      }),
    ),
    ...startTimedLoops(runtime, gate, pollMs),
  ];
  if (options.outbox !== false) {
    for (const lane of ["messages", "webhooks"] as const) {
      const send = gate.behind(async () => (await runOutbox(sender, lane)) > 0);
      loops.push(startLoop({ name: `outbox for ${lane}`, work: send, idleMs: pollMs, wakes: true, report }));
    }
    const release = openDeadWatch(sender);
    const work = async () => (await release()) > 0;
    loops.push(startLoop({ name: "claims of dead senders", work, idleMs: DEAD_LOOK_MS, wakes: false, report }));
  }
  const withdraw = registerAdvancer(stepsOf(runtime, gate));
  return {
    stop: async () => {
      withdraw();
      sending.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
      await flushEventCatalog(database).catch(() => {});
      await flushMessageCounts(database).catch(() => {});
      await owner?.close();
      await own?.close();
    },
  };
}

/** Steps single people for doors that wait; more at once than this are left to the workers, which take them together. */
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
