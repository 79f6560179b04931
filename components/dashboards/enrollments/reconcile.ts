import type { NodeStats } from "#data";

/** Everyone who entered a step is still there, went on, left or failed. */
export function addsUp(node: Pick<NodeStats, "entered" | "waiting" | "advanced" | "exited" | "failed">): boolean {
  return node.entered === node.waiting + node.advanced + node.exited + node.failed;
}
