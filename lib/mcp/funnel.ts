import * as z from "zod";
import type { JourneyStats } from "#services/stats";

export const FunnelStep = z.object({
  nodeId: z.string(),
  name: z.string(),
  type: z.string(),
  entered: z.int(),
  share: z.number().meta({ description: "Of all enrollments, 0 to 1; above 1 where people come back to a step" }),
  waiting: z.int(),
  exited: z.int(),
  failed: z.int(),
});

/** The steps of what is drawn, in breadth from where people enter. */
export function funnelOf({ totals, nodes, transitions }: JourneyStats) {
  const drawn = nodes.filter(({ current }) => current);
  const targets = new Set(transitions.filter(({ current }) => current).map(({ targetNodeId }) => targetNodeId));
  const order = drawn.filter(({ nodeId }) => !targets.has(nodeId)).map(({ nodeId }) => nodeId);
  for (const at of order)
    for (const { sourceNodeId, targetNodeId, current } of transitions)
      if (current && sourceNodeId === at && !order.includes(targetNodeId)) order.push(targetNodeId);
  const left = drawn.map(({ nodeId }) => nodeId).filter((id) => !order.includes(id));
  const byId = new Map(drawn.map((node) => [node.nodeId, node]));
  const steps = [...order, ...left].flatMap((id) => byId.get(id) ?? []);
  return {
    enrolled: totals.enrolled,
    converted: totals.converted,
    steps: steps.map((step) => ({ ...step, share: totals.enrolled === 0 ? 0 : step.entered / totals.enrolled })),
  };
}
