import { nextScheduled } from "#engine";
import { isTimezone, type JsonObject } from "#journey";

const SHOWN = 3;

/** The next times of a schedule and whose clock they follow; `null` = nothing can be said of what is written there yet. */
export type Foretold = { readonly zone: string; readonly isOwnZone: boolean; readonly runs: readonly number[] };

/** Never throws: what is being typed is half a cron expression or half a zone most of the time. */
export function foretell(config: JsonObject, workspaceZone: string, now: number): Foretold | null {
  const own = typeof config.timezone === "string" && config.timezone !== "" ? config.timezone : null;
  const zone = own ?? workspaceZone;
  if (own !== null && !isTimezone(own)) return null;
  const runs: number[] = [];
  try {
    for (let after = now; runs.length < SHOWN; ) {
      const next = nextScheduled({ ...config, timezone: zone }, zone, after);
      if (next === null) break;
      runs.push(next);
      after = next;
    }
  } catch (error) {
    // A zone that this browser's clock does not know, or the workspace's from before it was checked.
    if (error instanceof RangeError) return null;
    throw error;
  }
  return { zone, isOwnZone: own !== null, runs };
}
