import { onEvent } from "./walk.ts";

export const exit = { type: "EXIT", name: "end" };
export const pause = { type: "WAIT", name: "pause", config: { duration: "1h" } };
export const act = (...operations: Record<string, unknown>[]) => ({
  type: "ACTION",
  name: "act",
  config: { operations },
});
export const ask = (config: Record<string, unknown>, key: string) => ({
  nodes: [
    onEvent("in"),
    pause,
    { type: "CONDITION", name: "ask", config },
    { type: "EXIT", name: "yes" },
    { type: "EXIT", name: "no" },
  ],
  edges: [
    { sourceNodeId: 0, targetNodeId: 1 },
    { sourceNodeId: 1, targetNodeId: 2 },
    { sourceNodeId: 2, targetNodeId: 3, branch: "TRUE" },
    { sourceNodeId: 2, targetNodeId: 4, branch: "FALSE" },
  ],
  name: `Asks ${key}`,
});
