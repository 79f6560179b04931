import type { JsonObject } from "#journey";
import type { JourneyState, NearMissReason } from "../advance-input.ts";
import type { Work } from "../model.ts";
import type { EpochMs } from "../signal.ts";

/** Someone whom the trigger meant and who was kept out, and why. */
export function nearMiss(
  work: Work,
  journey: JourneyState,
  reason: NearMissReason,
  at: EpochMs,
  detail: JsonObject,
): void {
  work.out.nearMisses.push({
    journeyId: journey.id,
    reason,
    at,
    signalId: work.cause.signalId ?? work.cause.seed,
    detail,
  });
}
