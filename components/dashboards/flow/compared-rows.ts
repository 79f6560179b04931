import type { JourneyStats, NodeStats } from "#data";

/** A step in two versions; null where a version does not have it. */
export type ComparedRow = {
  readonly nodeId: string;
  readonly step: string;
  readonly enteredFirst: number | null;
  readonly lostFirst: number | null;
  readonly medianSecondsFirst: number | null;
  readonly enteredSecond: number | null;
  readonly lostSecond: number | null;
  readonly medianSecondsSecond: number | null;
};

/** The steps of both versions: those of the second in its order, then those that only the first has. */
export function comparedRows(first: JourneyStats, second: JourneyStats): ComparedRow[] {
  const [before, after] = [ownSteps(first), ownSteps(second)];
  const ids = [...after.keys(), ...[...before.keys()].filter((id) => !after.has(id))];
  return ids.map((nodeId) => {
    const [left, right] = [before.get(nodeId), after.get(nodeId)];
    return {
      nodeId,
      step: (right ?? left)?.name ?? "",
      enteredFirst: left?.entered ?? null,
      lostFirst: left ? lostAt(left) : null,
      medianSecondsFirst: left?.timeInNode.p50 ?? null,
      enteredSecond: right?.entered ?? null,
      lostSecond: right ? lostAt(right) : null,
      medianSecondsSecond: right?.timeInNode.p50 ?? null,
    };
  });
}

const ownSteps = ({ nodes }: JourneyStats) =>
  new Map(nodes.filter(({ current }) => current).map((node): [string, NodeStats] => [node.nodeId, node]));

/** People moved away by publishing did not leave. */
const lostAt = ({ exited, movedOut, failed }: NodeStats) => exited - movedOut + failed;
