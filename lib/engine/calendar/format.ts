import { Temporal } from "temporal-polyfill";
import type { Instant } from "../signal.ts";

/** ISO 8601 in UTC with milliseconds, as JavaScript's dates print themselves. */
export function formatInstant(at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: "millisecond" });
}
