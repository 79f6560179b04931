import type { Database } from "#db";
import { seedDemo, startDemoTicker } from "#demo";
import { log } from "#log";
import { say } from "../steps/say.ts";

export type Demo = {
  /** Resolves when the Demo workspace exists, immediately if it was created before. */
  readonly made: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Creates the Demo workspace at first start, and generates its events until `stop` or until it is removed. */
export function startDemo(database: Database): Demo {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ticker = make(database, signal).then((there) => (there && !signal.aborted ? startDemoTicker(database) : null));
  return {
    made: ticker.then(() => {}),
    stop: async () => {
      stopping.abort();
      await (await ticker)?.stop();
    },
  };
}

// The product works without its demo: a failure is reported, and nothing else waits for it.
async function make(database: Database, signal: AbortSignal): Promise<boolean> {
  let told = -1;
  const progress = (done: number) => {
    const step = Math.floor(done * 4);
    if (step <= told) return;
    told = step;
    say(`Creating the Demo workspace with 90 days of history … ${step * 25} %`);
  };
  try {
    await seedDemo(database, { progress, signal });
    return true;
  } catch (error) {
    if (!signal.aborted) log.error("the Demo workspace could not be created", { error });
    return false;
  }
}
