import { cancelStaleDeliveries } from "#store/deliveries";
import { signalStale } from "#store/inbox";
import type { OperationKind } from "./operation.ts";

/** The bookkeeping behind a raised epoch (R31): enrollments of older epochs are told to stop, unsent deliveries are cancelled. */
export const archive: OperationKind = {
  work: async (slice) => {
    const [, result] = await Promise.all([cancelStaleDeliveries(slice), signalStale(slice)]);
    return result;
  },
};
