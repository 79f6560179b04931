import type { OnResume, PauseMode } from "#journey";
import type { JourneyState } from "../advance-input.ts";
import type { RunningEnrollment } from "../model.ts";
import type { EpochMs } from "../signal.ts";

/** Signals that a held enrollment keeps at most: what comes after them is dropped, with an alert (R32). */
export const MOST_HELD = 100;

/** The pause that is on, if any. */
export function pauseOf(journey: JourneyState): PauseMode | null {
  return journey.status === "paused" ? journey.pauseMode : null;
}

export function isHeld(enrollment: RunningEnrollment): boolean {
  return pauseOf(enrollment.journey) === "hold";
}

/**
 * When a timer armed at `from` is really due, the journey's holds considered: `shift` moves it by each hold it spans,
 * `fire` moves what falls due inside a hold to its end. Infinite while such a hold lasts.
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

/** When the latest finished pause of a kind ended. */
export function lastPauseEnd(journey: JourneyState, mode: PauseMode): EpochMs | null {
  const ended = journey.pauses.findLast((pause) => pause.mode === mode && pause.to !== null);
  return ended?.to ?? null;
}
