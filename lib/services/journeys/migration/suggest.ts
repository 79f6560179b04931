import {
  awaitedBy,
  formatDuration,
  isEntry,
  type JourneyDocument,
  type JourneyEdge,
  type JourneyNode,
  nodeKinds,
} from "#journey";

/** The step of the new version that matches an old one: by id, else by name. */
export function counterpart(node: JourneyNode, document: JourneyDocument): JourneyNode | null {
  return (
    document.nodes.find((candidate) => candidate.id === node.id) ??
    document.nodes.find((candidate) => candidate.name === node.name) ??
    null
  );
}

/** The target for people on an old step: the matching step, else the first remaining step after it. */
export function suggestedTarget(
  node: JourneyNode,
  before: JourneyDocument,
  after: JourneyDocument,
): JourneyNode | null {
  const outgoing = Map.groupBy(before.edges, (edge) => edge.sourceNodeId);
  const nodes = new Map(before.nodes.map((candidate) => [candidate.id, candidate]));
  const seen = new Set([node.id]);
  for (const id of seen) {
    const standing = nodes.get(id);
    const same = standing === undefined ? null : counterpart(standing, after);
    // Nobody goes back to where people come in, unless they stand there.
    if (same !== null && (id === node.id || !isEntry(same))) return same;
    for (const { targetNodeId } of outgoing.get(id) ?? []) seen.add(targetNodeId);
  }
  return null;
}

export type Timers = "keep" | "recompute";

/**
 * Running waits are recalculated if the settings they are computed from have changed; an edge's delay belongs to its
 * source.
 */
export function suggestedTimers(
  node: JourneyNode,
  before: JourneyDocument,
  target: JourneyNode | null,
  after: JourneyDocument,
): Timers {
  if (target === null || target !== counterpart(node, after)) return "keep";
  const isChanged = waitOf(node) !== waitOf(target) || anyDelayChanged(node, before, target, after);
  return isChanged ? "recompute" : "keep";
}

/** The parts of a step's config from which its timers are computed. */
function waitOf({ type, config }: JourneyNode): string {
  const from = nodeKinds[type].timersFrom(config);
  return from === null ? "" : stable({ type, from });
}

function anyDelayChanged(
  node: JourneyNode,
  before: JourneyDocument,
  target: JourneyNode,
  after: JourneyDocument,
): boolean {
  const fresh = delaysFrom(target, after);
  return delaysFrom(node, before).some(({ edge, delay }) => {
    const same = fresh.find((one) => one.edge.id === edge.id) ?? fresh.find((one) => one.edge.name === edge.name);
    return same !== undefined && same.delay !== delay;
  });
}

function delaysFrom(node: JourneyNode, { edges }: JourneyDocument): { edge: JourneyEdge; delay: string }[] {
  return edges.flatMap((edge) => {
    const { delay } = awaitedBy(edge.trigger);
    return edge.sourceNodeId === node.id && delay !== null ? [{ edge, delay: formatDuration(delay) }] : [];
  });
}

/** JSON with sorted keys: so that a different field order is not a change. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
