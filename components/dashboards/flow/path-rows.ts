import type { JourneyStats } from "#data";

export type PathRow = {
  readonly key: string;
  readonly from: string;
  readonly branch: string;
  readonly to: string;
  readonly count: number;
  /** How many entered the step that it leaves. */
  readonly entered: number;
  readonly current: boolean;
};

/** The connections that people took, most used first. */
export function pathRows({ nodes, transitions }: JourneyStats): PathRow[] {
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  return transitions
    .filter(({ count }) => count > 0)
    .map(({ edgeId, sourceNodeId, targetNodeId, branch, count, current }) => ({
      key: `${edgeId} ${targetNodeId}`,
      from: known.get(sourceNodeId)?.name ?? "a removed step",
      branch: branch ?? "",
      to: known.get(targetNodeId)?.name ?? "a removed step",
      count,
      entered: known.get(sourceNodeId)?.entered ?? 0,
      current,
    }))
    .sort((left, right) => right.count - left.count);
}
