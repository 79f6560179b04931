import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../signal.ts";

/** ISO 8601 in UTC with milliseconds, as JavaScript's dates print themselves. */
export function formatInstant(at: EpochMs): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: "millisecond" });
}
