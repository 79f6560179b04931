import { metrics } from "./registry.ts";

/** A batch that found work; `seconds` from the look for work to the commit. */
export function countBatch(
  seconds: number,
  { people, signals, timers, history }: Readonly<Record<"people" | "signals" | "timers" | "history", number>>,
): void {
  metrics.batchSeconds.observe(seconds);
  metrics.batchPeople.inc(people);
  metrics.batchSignals.inc(signals);
  metrics.batchTimers.inc(timers);
  metrics.batchHistory.inc(history);
}

/** A loop of the engine threw; the names of loops are fixed. */
export function countFailedLoop(loop: string): void {
  metrics.failedLoops.inc({ loop });
}

/** Attempts whose results are stored. */
export function countAttempts(attempts: readonly { readonly channel: string; readonly result: string }[]): void {
  for (const { channel, result } of attempts) metrics.attempts.inc({ channel, result });
}

/** Starts the clock of a request; call the returned function with the status of its answer. */
export function timeRequest(door: "ingest" | "api" | "pages"): (status: number) => void {
  const started = performance.now();
  return (status) =>
    metrics.requestSeconds.observe(
      { door, status: `${Math.floor(status / 100)}xx` },
      (performance.now() - started) / 1_000,
    );
}
