import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db";
import { processSingleton } from "#process";
import { MINUTE_MS } from "#times";

const LOOK_MS = 5_000;
const PATIENCE_MS = MINUTE_MS;

const last = processSingleton("database answered", (): { answeredAt: number | null } => ({ answeredAt: null }));

/** Checks the database every few seconds, over its own connection; `isHealthy` uses the result. */
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
      if (answered) last.answeredAt = performance.now();
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  last.answeredAt = performance.now();
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
  const { answeredAt } = last;
  return answeredAt === null || now - answeredAt < PATIENCE_MS;
}
