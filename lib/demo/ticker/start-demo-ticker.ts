import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#db";
import { ingest } from "#runtime";
import { toItem } from "../make-history.ts";
import { Random } from "../random.ts";
import { findDemo, findSomeone, nextNewcomer } from "./find-someone.ts";
import { nextActions } from "./next-action.ts";

export type DemoTickerOptions = {
  /** The average time between two actions, in ms; 3,500 by default. */
  readonly everyMs?: number;
};

/** Generates events of demo people. Ends when the demo is removed. */
export function startDemoTicker(database: Database, options: DemoTickerOptions = {}): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const running = run(database, options.everyMs ?? 3_500, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function run(database: Database, everyMs: number, signal: AbortSignal): Promise<void> {
  const random = new Random(Date.now() % 1_000_000);
  let newcomer: number | null = null;
  while (!signal.aborted) {
    try {
      const demo = await findDemo(database);
      if (!demo) return;
      newcomer ??= await nextNewcomer(database, demo.workspaceId);
      const someone = await findSomeone(database, demo.workspaceId, random);
      if (someone) {
        const actions = nextActions(random, someone, newcomer, Date.now());
        if (actions.some((action) => action.person.userId === userIdOf(newcomer))) newcomer++;
        await ingest(
          database,
          actions.map((action) => toItem(demo, action)),
        );
      }
    } catch {
      // The database is unavailable: the engine reports that, and the next round tries again.
    }
    await sleep(everyMs * random.between(0.4, 1.6), undefined, { signal }).catch(() => {});
  }
}

const userIdOf = (number: number | null): string => `demo_${String(number).padStart(5, "0")}`;
