import { nextScheduled } from "#engine";
import { HOUR_MS } from "#times";

const LATEST_MS = HOUR_MS;
const MOST = 1_000;

export type Runs = {
  /** The run that fires now; `null`: the latest run is too late. */
  readonly fires: number | null;
  /** Number of runs that no longer fire. */
  readonly missed: number;
  readonly next: number | null;
};

/**
 * The runs of a schedule that have become due since `first`. Only the latest one fires, if it is at most an hour late
 * (R45).
 */
export function runsSince(config: Record<string, unknown>, first: number, now: number): Runs {
  let latest = first;
  let count = 1;
  for (let at = nextScheduled(config, "UTC", first); at !== null && at < now; ) {
    latest = at;
    count++;
    // A schedule of every minute has half a million runs a year. After `MOST` runs, jump to the last two hours, because
    // only they matter.
    const from: number = count < MOST ? at : Math.max(at, now - 2 * LATEST_MS);
    at = nextScheduled(config, "UTC", from);
  }
  const fires = now - latest <= LATEST_MS ? latest : null;
  return {
    fires,
    missed: fires === null ? count : count - 1,
    next: nextScheduled(config, "UTC", Math.max(latest, now - 1)),
  };
}
