import { retryFailed } from "#store/inbox";
import type { OperationKind } from "./operation.ts";

/** Continues every failed enrollment of a journey: its node runs again, or is skipped (`input: {nodeId?, skip?}`). */
export const retry: OperationKind = {
  work: (slice) => {
    const { nodeId, skip } = slice.operation.input;
    return retryFailed(slice, typeof nodeId === "string" ? nodeId : null, skip === true);
  },
};
