import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db";

const LOOK_MS = 5_000;
const PATIENCE_MS = 60_000;

// On globalThis because the pages' bundle has a copy of this module of its own; both have the clock of one process.
const holder = globalThis as { sojournDatabaseAnsweredAt?: number };

/** Asks the database every few seconds, over a connection of its own, whether it is there; `isHealthy` goes by it. */
export function watchDatabase(database: Database, everyMs = LOOK_MS): { readonly stop: () => Promise<void> } {
  const own = database.fork({ max: 1 });
  const stopping = new AbortController();
  const { signal } = stopping;
  const look = async () => {
    while (!signal.aborted) {
      const answered = await own.sql`select 1`.then(
        () => true,
        () => false,
      );
      if (answered) holder.sojournDatabaseAnsweredAt = performance.now();
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  holder.sojournDatabaseAnsweredAt = performance.now();
  const looking = look();
  return {
    stop: async () => {
      stopping.abort();
      await own.close();
      await looking;
    },
  };
}

/** `false` once the database has not answered for a minute: starting the process again may help. */
export function isHealthy(now = performance.now()): boolean {
  const { sojournDatabaseAnsweredAt: answeredAt } = holder;
  return answeredAt === undefined || now - answeredAt < PATIENCE_MS;
}
