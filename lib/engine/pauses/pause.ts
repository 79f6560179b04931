import type { OnResume, PauseMode } from "#journey";
import type { JourneyState } from "../advance-input.ts";
import type { RunningEnrollment } from "../model.ts";
import type { EpochMs } from "../signal.ts";

/** Most signals that a held enrollment keeps: later ones are dropped with an alert (R32). */
export const MOST_HELD = 100;

/** The mode of the present pause; null = the journey is not paused. */
export function pauseOf(journey: JourneyState): PauseMode | null {
  return journey.status === "paused" ? journey.pauseMode : null;
}

export function isHeld(enrollment: RunningEnrollment): boolean {
  return pauseOf(enrollment.journey) === "hold";
}

/**
 * When a timer armed at `from` is due (epoch ms) in view of the journey's holds: `shift` adds the length of each hold
 * that it spans, `fire` moves a time inside a hold to the end of the hold. Infinite during a hold.
 */
export function afterHolds(due: EpochMs, from: EpochMs, journey: JourneyState, mode: OnResume): EpochMs {
  let moved = due;
  for (const pause of journey.pauses) {
    if (pause.mode !== "hold" || pause.from > moved) continue;
    if (pause.to === null) return Number.POSITIVE_INFINITY;
    if (pause.to <= from) continue;
    if ((pause.onResume ?? mode) === "shift") moved += pause.to - Math.max(pause.from, from);
    else if (moved < pause.to) moved = pause.to;
  }
  return moved;
}

/** When the latest finished pause of a mode ended (epoch ms). */
export function lastPauseEnd(journey: JourneyState, mode: PauseMode): EpochMs | null {
  const ended = journey.pauses.findLast((pause) => pause.mode === mode && pause.to !== null);
  return ended?.to ?? null;
}
