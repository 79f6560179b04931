import type { Delivery, EnrollmentDetail } from "#data";
import { type JourneyNode, labelOf, type NodeType, readableName } from "#journey";
import { receiptWith } from "#words";

export type TimelineStep = {
  id: string;
  at: string;
  cause: string;
  sentence: string;
  receipt: Record<string, unknown>;
  /** The node the hop enters; null when the enrollment ends. */
  node: { id: string; name: string; type: NodeType | null } | null;
  deliveries: Delivery[];
  /** The number of the version that they were on afterwards. */
  version: number;
  /** It is another one than before. */
  isOtherVersion: boolean;
  /** Seconds since the hop before. */
  after: number | null;
};

/** The hops of an enrollment in order, named, each with the deliveries of the node it entered. */
export function stepsOf(enrollment: EnrollmentDetail, nodes: readonly JourneyNode[]): TimelineStep[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const named = (id: string | null, name: string | null | undefined) => {
    if (id === null) return null;
    const node = known.get(id);
    return { id, name: node ? labelOf(node) : name ? readableName(name) : "a removed step", type: node?.type ?? null };
  };
  const visits = deliveriesByVisit(enrollment);
  let previous: number | null = null;
  let latestVersion: number | null = null;
  return enrollment.transitions.map((hop) => {
    const at = Date.parse(hop.at);
    const after = previous === null ? null : (at - previous) / 1000;
    previous = at;
    const to = named(hop.toNodeId, hop.toNodeName);
    const deliveries = (to && visits.get(to.id)?.shift()) || [];
    const receipt = receiptWith(enrollment.trigger, hop.cause, hop.receipt);
    const { id, cause, sentence, versionNumber: version } = hop;
    const isOtherVersion = latestVersion !== null && latestVersion !== version;
    latestVersion = version;
    return { id, at: hop.at, cause, sentence, receipt, node: to, deliveries, version, isOtherVersion, after };
  });
}

/** Per node the deliveries of its first visit, second visit, and so on. */
function deliveriesByVisit(enrollment: EnrollmentDetail): Map<string, Delivery[][]> {
  const visits = new Map<string, Delivery[][]>();
  const inOrder = [...enrollment.deliveries].sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  for (const delivery of inOrder) {
    // Only a message without a journey has no step.
    if (delivery.nodeId === null) continue;
    const list = visits.get(delivery.nodeId) ?? [];
    list.push([delivery]);
    visits.set(delivery.nodeId, list);
  }
  return visits;
}
