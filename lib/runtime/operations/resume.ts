import { signalJourney } from "../sql/signal-journey.ts";
import type { OperationKind } from "./operation.ts";

/** Hands back what a pause kept: a `resume` signal for everyone inside, or with actions set aside (R32, R33). */
export const resume: OperationKind = {
  work: (slice) => signalJourney(slice, "resume", { journeyId: slice.operation.journeyId }),
};
