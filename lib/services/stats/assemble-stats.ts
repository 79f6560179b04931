import { isEntry } from "#journey";
import type { ElementCount, MoveCount } from "#store/node-counts";
import { connectionFinder, connectionOf } from "./same-connection.ts";
import type { JourneyStats } from "./schema.ts";
import { NO_TIME, type TimeInNode } from "./time-in-node.ts";
import type { Graph, GraphEdge } from "./version-graphs.ts";

type NodeStats = JourneyStats["nodes"][number];
type TransitionStats = JourneyStats["transitions"][number];

export type CountedJourney = {
  /** The drawn version: the requested one, or the published one. */
  readonly drawn: Graph;
  /** Every version that has counts, newest first. */
  readonly graphs: readonly Graph[];
  /** Of the draft, steps are listed too. */
  readonly draft: Graph;
  readonly counts: readonly ElementCount[];
  readonly moves: readonly MoveCount[];
  /** Of one version; null for all together. */
  readonly versionId: string | null;
  readonly times: ReadonlyMap<string, TimeInNode>;
};

/**
 * The counts of every step and connection: the drawn ones, and those of other versions that have people or visits. For
 * each step, `entered = started + connections + moved + other`.
 */
export function assembleStats(journey: CountedJourney): Pick<JourneyStats, "nodes" | "transitions"> {
  const connections = collectConnections(journey);
  const nodes = collectNodes(journey, connections);
  const entered = new Map(nodes.map((node) => [node.nodeId, node.entered]));
  const transitions = connections.map(({ edge, count, current }): TransitionStats => {
    const from = entered.get(edge.sourceNodeId) ?? 0;
    const { id: edgeId, name, sourceNodeId, targetNodeId, branch } = edge;
    return { edgeId, name, count, rate: from === 0 ? 0 : count / from, sourceNodeId, targetNodeId, branch, current };
  });
  return { nodes, transitions };
}

type Connection = { readonly edge: GraphEdge; count: number; readonly current: boolean };

function collectConnections({ drawn, graphs, counts }: CountedJourney): Connection[] {
  const shown = new Map<string, Connection>(drawn.edges.map((edge) => [edge.id, { edge, count: 0, current: true }]));
  const former = new Map<string, Connection>();
  const findDrawn = connectionFinder(drawn);
  const passages = byVersion(counts);
  for (const graph of graphs) {
    for (const edge of graph.edges) {
      const count = passages.get(graph.versionId)?.get(edge.id)?.advanced ?? 0;
      if (count === 0) continue;
      const same = findDrawn(edge);
      const key = `${edge.id} ${connectionOf(edge)}`;
      const connection = (same && shown.get(same.id)) ?? former.get(key) ?? { edge, count: 0, current: false };
      connection.count += count;
      if (!connection.current) former.set(key, connection);
    }
  }
  return [...shown.values(), ...former.values()];
}

function collectNodes(journey: CountedJourney, connections: readonly Connection[]): NodeStats[] {
  const { drawn, graphs, draft, versionId, times, moves } = journey;
  const current = new Set(drawn.nodes.map((node) => node.id));
  const visits = byVersion(journey.counts);
  const passages = sumBy(connections, ({ edge, count }) => [edge.targetNodeId, count]);
  const moved = sumBy(moves, ({ toNodeId, people, toVersionId }) => [
    toNodeId,
    isOf(versionId, toVersionId) ? people : 0,
  ]);
  const movedOut = sumBy(moves, ({ fromNodeId, people, fromVersionId }) => [
    fromNodeId,
    isOf(versionId, fromVersionId) ? people : 0,
  ]);
  const isVisited = (node: Step) => graphs.some((graph) => visits.get(graph.versionId)?.has(node.id));
  const listed = new Map<string, Step>([...drawn.nodes, ...(versionId === null ? draft.nodes : [])].map(byId));
  for (const graph of graphs)
    for (const node of graph.nodes) if (!listed.has(node.id) && isVisited(node)) listed.set(node.id, node);
  return [...listed.values()].map((node): NodeStats => {
    const { sums, standing } = visitsOf(node.id, graphs, visits);
    const arrivals = { connections: passages.get(node.id) ?? 0, moved: moved.get(node.id) ?? 0 };
    const rest = Math.max(0, sums.entered - arrivals.connections - arrivals.moved);
    return {
      nodeId: node.id,
      name: node.name,
      type: node.type,
      current: current.has(node.id),
      ...sums,
      waiting: waitingOf(sums),
      timeInNode: times.get(node.id) ?? NO_TIME,
      // Nothing but a retry after a failure, or a publish before moves were counted, is left for `other`.
      arrivals: { started: isEntry(node) ? rest : 0, ...arrivals, other: isEntry(node) ? 0 : rest },
      movedOut: movedOut.get(node.id) ?? 0,
      standing,
    };
  });
}

type Step = Graph["nodes"][number];
type Visits = Pick<ElementCount, "entered" | "advanced" | "exited" | "failed">;
type ByVersion = ReadonlyMap<string, ReadonlyMap<string, ElementCount>>;

/** Visits of a step in all versions, and the versions in which people are on it. */
function visitsOf(nodeId: string, graphs: readonly Graph[], visits: ByVersion) {
  const sums = { entered: 0, advanced: 0, exited: 0, failed: 0 };
  const standing: NodeStats["standing"] = [];
  for (const { versionId, number } of graphs) {
    const count = visits.get(versionId)?.get(nodeId);
    if (!count) continue;
    for (const key of ["entered", "advanced", "exited", "failed"] as const) sums[key] += count[key];
    const waiting = waitingOf(count);
    if (waiting > 0) standing.push({ version: number, waiting });
  }
  return { sums, standing };
}

const byId = (node: Step): [string, Step] => [node.id, node];
const waitingOf = ({ entered, advanced, exited, failed }: Visits) => entered - advanced - exited - failed;
const isOf = (versionId: string | null, of: string) => versionId === null || versionId === of;

function sumBy<Item>(items: readonly Item[], part: (item: Item) => [id: string, count: number]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) {
    const [id, count] = part(item);
    sums.set(id, (sums.get(id) ?? 0) + count);
  }
  return sums;
}

function byVersion(counts: readonly ElementCount[]): ByVersion {
  const versions = new Map<string, Map<string, ElementCount>>();
  for (const count of counts) {
    const elements = versions.get(count.versionId) ?? new Map<string, ElementCount>();
    elements.set(count.elementId, count);
    versions.set(count.versionId, elements);
  }
  return versions;
}
