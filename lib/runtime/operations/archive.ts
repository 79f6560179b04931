import { cancelStaleDeliveries } from "#store/deliveries";
import { signalStale } from "#store/inbox";
import type { OperationKind } from "./operation.ts";

/**
 * Follow-up of an archive, which has raised the journey's epoch (R31): sends a stop signal to enrollments of older
 * epochs, and cancels unsent deliveries.
 */
export const archive: OperationKind = {
  work: async (slice) => {
    const [, result] = await Promise.all([cancelStaleDeliveries(slice), signalStale(slice)]);
    return result;
  },
};
