import type { JourneyStats, NodeStats } from "#data";

/** A step of the way that most people take, and what happened to those who entered it. */
export type FunnelStep = {
  readonly nodeId: string;
  readonly name: string;
  readonly entered: number;
  readonly here: number;
  /** Who went on to the next step of the funnel. */
  readonly onward: number;
  /** Who went on by another way. */
  readonly aside: number;
  /** Who left the journey or failed here. */
  readonly lost: number;
  readonly movedAway: number;
};

/**
 * The way that most people take: from the trigger with the most starts, always by the connection most people used, until
 * the end. For every step `entered = here + onward + aside + lost + movedAway`.
 */
export function mainPath({ nodes, transitions }: Pick<JourneyStats, "nodes" | "transitions">): FunnelStep[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const steps: FunnelStep[] = [];
  const seen = new Set<string>();
  let node = mostStarted(nodes);
  while (node && !seen.has(node.nodeId)) {
    const { nodeId } = node;
    seen.add(nodeId);
    const ways = new Map<string, number>();
    for (const way of transitions)
      if (way.sourceNodeId === nodeId) ways.set(way.targetNodeId, (ways.get(way.targetNodeId) ?? 0) + way.count);
    const [next] = [...ways].filter(([id, count]) => count > 0 && byId.has(id)).sort((a, b) => b[1] - a[1]);
    const { entered, waiting: here, advanced, exited, failed, movedOut } = node;
    const onward = Math.min(advanced, next?.[1] ?? 0);
    const lost = exited - movedOut + failed;
    steps.push({ nodeId, name: node.name, entered, here, onward, aside: advanced - onward, lost, movedAway: movedOut });
    node = next === undefined ? undefined : byId.get(next[0]);
  }
  return steps;
}

function mostStarted(nodes: readonly NodeStats[]): NodeStats | undefined {
  const started = nodes.filter(({ arrivals }) => arrivals.started > 0);
  return started.sort((left, right) => right.arrivals.started - left.arrivals.started)[0];
}
