import type { JourneyState } from "../advance-input.ts";
import { addDuration } from "../calendar/index.ts";
import type { PreparedGoal } from "../model.ts";
import { afterHolds } from "../pauses/pause.ts";
import type { EpochMs, ExitReason } from "../signal.ts";

/** One enrollment of a person in a journey; `endedAt` null = still running. Times are epoch ms. */
export type Stay = {
  readonly enrollmentId: string;
  readonly enrolledAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly exitReason: ExitReason | null;
};

/** What limits the time in which a goal counts for an enrollment. */
export type GoalLimits = {
  readonly prepared: PreparedGoal;
  readonly journey: JourneyState;
  readonly zone: string;
};

/** The key of a conversion: one enrollment and one goal. */
export const goalKey = (enrollmentId: string, revision: string): string => `${enrollmentId} ${revision}`;

/**
 * The enrollment for which a goal reached at a time (epoch ms) counts, out of those for which it is not counted yet:
 * the running one that began last, else the one that ended last and whose window is still open (R52).
 */
export function ownerOf<One extends Stay>(stays: readonly One[], at: EpochMs, limits: GoalLimits): One | null {
  let running: One | null = null;
  let ended: One | null = null;
  for (const stay of stays) {
    if (!isInTime(stay, at, limits)) continue;
    if (stay.endedAt === null || stay.endedAt >= at) {
      if (running === null || isLater(stay, running)) running = stay;
    } else if (isWindowOpen(stay, at, limits) && (ended === null || endedLater(stay, ended))) ended = stay;
  }
  return running ?? ended;
}

/** Whether the time lies between the enrollment and the goal's deadline; holds postpone the deadline. */
function isInTime({ enrolledAt }: Stay, at: EpochMs, { prepared, journey, zone }: GoalLimits): boolean {
  if (at < enrolledAt) return false;
  const { deadlineDays: days } = prepared;
  return days === null || at <= afterHolds(addDuration(enrolledAt, { days }, zone), enrolledAt, journey, "shift");
}

/** An enrollment that a merge ended never qualifies: the person's other enrollment replaces it (R39). */
function isWindowOpen({ endedAt, exitReason }: Stay, at: EpochMs, { prepared, zone }: GoalLimits): boolean {
  return exitReason !== "merged" && endedAt !== null && at <= addDuration(endedAt, prepared.window, zone);
}

function endedLater(stay: Stay, than: Stay): boolean {
  return stay.endedAt === than.endedAt ? isLater(stay, than) : (stay.endedAt ?? 0) > (than.endedAt ?? 0);
}

function isLater(stay: Stay, than: Stay): boolean {
  if (stay.enrolledAt !== than.enrolledAt) return stay.enrolledAt > than.enrolledAt;
  return stay.enrollmentId > than.enrollmentId;
}
