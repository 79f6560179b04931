import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MINUTE_MS } from "#times";
import { AlreadyRunningError } from "./ownership.ts";
import { readPostmaster } from "./postmaster.ts";
import { type Embedded, startEmbedded } from "./start.ts";

export type Supervision = {
  readonly report: (message: string, detail?: unknown) => void;
  /** The server could not be restarted, so nothing can be stored. */
  readonly onLost: (error: Error) => void;
  /** How long a server that was told to stop may wait for its connections; 45 s by default. */
  readonly stoppingMs?: number;
};

const LOOK_MS = 1_000;
// Longer than this process takes to stop, because a service manager may signal all processes at once.
const STOPPING_MS = 45_000;

const WAITS_MS = [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000];
/** A server that ends repeatedly has a cause that a restart does not fix. */
const MOST_DEATHS = 5;
const WITHIN_MS = 10 * MINUTE_MS;

/**
 * Runs the embedded server and restarts it after an unexpected end, at the same address, so that every pool finds it.
 * Gives up if that fails for half a minute, or at the sixth end within ten minutes.
 */
export async function superviseEmbedded(dataDir: string, supervision: Supervision): Promise<Embedded> {
  const { report, onLost, stoppingMs = STOPPING_MS } = supervision;
  let current = await startEmbedded(dataDir);
  const { url } = current;
  const deaths: number[] = [];
  const stopping = new AbortController();

  async function revive(): Promise<void> {
    const now = performance.now();
    deaths.push(now);
    const recent = deaths.filter((at) => now - at < WITHIN_MS).length;
    if (recent > MOST_DEATHS) throw new Error(`The embedded PostgreSQL ended ${recent} times within ten minutes.`);
    report("the embedded PostgreSQL was ended or crashed; it is started again");
    await current.abandon();
    let failure: unknown;
    for (const wait of WAITS_MS) {
      await sleep(wait, undefined, { signal: stopping.signal });
      try {
        current = await startEmbedded(dataDir, { port: new URL(url).port });
        report(`the embedded PostgreSQL is back after ${Math.round(performance.now() - now)} ms`);
        return;
      } catch (error) {
        if (error instanceof AlreadyRunningError) throw error;
        failure = error;
      }
    }
    throw new Error("The embedded PostgreSQL could not be started again.", { cause: failure });
  }

  let reviving = Promise.resolve();
  const supervise = async () => {
    while (!stopping.signal.aborted) {
      await current.lost;
      if (stopping.signal.aborted) return;
      reviving = revive();
      await reviving;
    }
  };
  const supervising = supervise().catch((error: unknown) => {
    if (!stopping.signal.aborted) onLost(error instanceof Error ? error : new Error(String(error)));
  });
  const endLook = hastenStop(join(dataDir, "postgres"), stoppingMs);
  const stop = async () => {
    endLook();
    stopping.abort();
    // A server that is being restarted can be stopped only when it runs.
    await reviving.catch(() => {});
    await current.stop();
    await supervising;
  };
  return { url, stop };
}

/**
 * After SIGTERM a server refuses new connections and waits until all are closed, which pools never do: after a while it
 * is told to drop them.
 */
function hastenStop(folder: string, stoppingMs: number): () => void {
  let since: number | null = null;
  const look = setInterval(() => {
    const server = readPostmaster(folder);
    since = server?.stopping ? (since ?? performance.now()) : null;
    if (server && since !== null && performance.now() - since >= stoppingMs) process.kill(server.pid, "SIGINT");
  }, LOOK_MS);
  look.unref();
  return () => clearInterval(look);
}
