import type { JsonObject } from "#journey";
import type { JourneyState, NearMissReason } from "../advance-input.ts";
import type { Occurrence } from "../execution.ts";

/** Records that a trigger matched and the person did not enter, with the reason. */
export function nearMiss(
  { advanceState, cause, at }: Occurrence,
  journey: JourneyState,
  reason: NearMissReason,
  detail: JsonObject,
): void {
  const signalId = cause.signalId ?? cause.seed;
  advanceState.out.nearMisses.push({ journeyId: journey.id, reason, at, signalId, detail });
}
