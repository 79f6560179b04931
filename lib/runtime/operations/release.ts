import { releaseWaiting } from "#store/inbox";
import type { OperationKind } from "./operation.ts";

/**
 * Ends the wait of everyone who has been at a step since a time or longer (`input: {nodeId, arrivedBy, action,
 * toNodeId?}`): they leave the journey, take the step's default exit, or move to another step.
 */
export const release: OperationKind = {
  work: (slice) => {
    const { nodeId, arrivedBy, action, toNodeId } = slice.operation.input;
    return releaseWaiting(slice, {
      nodeId: String(nodeId),
      arrivedBy: Number(arrivedBy),
      action: action === "exit" || action === "move" ? action : "skip",
      toNodeId: typeof toNodeId === "string" ? toNodeId : null,
    });
  },
};
