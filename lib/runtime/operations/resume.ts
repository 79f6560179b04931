import { releasePortion } from "#store/deliveries";
import { handBack } from "#store/inbox";
import type { OperationKind } from "./operation.ts";

/**
 * Resumes after a pause: sends a `resume` signal to everyone in the journey and to people with something set aside
 * (R32, R33). With a rate it also releases their held messages portion by portion; otherwise the sender releases all of
 * them at once (R34).
 */
export const resume: OperationKind = {
  work: async (slice) => {
    const result = await handBack(slice);
    if (slice.budget !== null) await releasePortion(slice, result.cursor);
    return result;
  },
};
