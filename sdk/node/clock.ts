/** Time as the queue sees it. A test gives a clock of its own. */
export type Clock = {
  readonly now: () => number;
  /** Runs `run` after `ms` milliseconds; the returned function cancels it. With `hold`, the process waits for it. */
  readonly after: (ms: number, run: () => void, hold: boolean) => () => void;
  /** From 0 to below 1: spreads the retries of many processes. */
  readonly chance: () => number;
};

export const systemClock: Clock = {
  now: Date.now,
  after: (ms, run, hold) => {
    const timer = setTimeout(run, ms);
    if (!hold) timer.unref();
    return () => clearTimeout(timer);
  },
  chance: Math.random,
};
