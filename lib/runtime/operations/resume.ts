import { releasePortion } from "#store/deliveries";
import { handBack } from "#store/inbox";
import type { OperationKind } from "./operation.ts";

/**
 * Hands back what a pause kept: a `resume` signal for everyone inside, or with something set aside (R32, R33). At a rate
 * it also lets their messages go, which the sender otherwise takes up all at once (R34).
 */
export const resume: OperationKind = {
  work: async (slice) => {
    const result = await handBack(slice);
    if (slice.budget !== null) await releasePortion(slice, result.cursor);
    return result;
  },
};
