import type { JsonObject } from "#journey";
import type { JourneyState, NearMissReason } from "../advance-input.ts";
import type { Occurrence } from "../execution.ts";

/** Someone whom the trigger meant and who was kept out, and why. */
export function nearMiss(
  { work, cause, at }: Occurrence,
  journey: JourneyState,
  reason: NearMissReason,
  detail: JsonObject,
): void {
  const signalId = cause.signalId ?? cause.seed;
  work.out.nearMisses.push({ journeyId: journey.id, reason, at, signalId, detail });
}
