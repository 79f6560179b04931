import { nodeKinds } from "./nodes/index.ts";
import type { JourneyDocument, JourneyEdge, JourneyNode } from "./schema.ts";

const WORDS: Readonly<Record<string, readonly string[]>> = {
  TRUE: ["TRUE", "MET"],
  YES: ["TRUE", "MET"],
  MET: ["MET", "TRUE"],
  FALSE: ["FALSE", "NOT_MET"],
  NO: ["FALSE", "NOT_MET"],
  NOT_MET: ["NOT_MET", "FALSE"],
};

/** The exit that an edge serves: its `branch`, or a label such as YES; null = every exit that no other edge serves. */
export function edgeBranch(edge: Pick<JourneyEdge, "branch" | "label">, exitKeys: readonly string[]): string | null {
  const written = edge.branch ?? null;
  if (written !== null) {
    if (exitKeys.includes(written)) return written;
    return sameMeaning(written, exitKeys) ?? written;
  }
  return edge.label === null || edge.label === undefined ? null : sameMeaning(edge.label, exitKeys);
}

function sameMeaning(word: string, exitKeys: readonly string[]): string | null {
  return WORDS[word.trim().toUpperCase()]?.find((key) => exitKeys.includes(key)) ?? null;
}

/** The edge of each outcome of a node, and its other edges. */
export type Routes = {
  /** Outcomes of the node with the edge that serves each; null = the enrollment completes there. */
  readonly exits: readonly { readonly key: string; readonly label: string; readonly edge: JourneyEdge | null }[];
  /** Edges with triggers: the first to happen wins. */
  readonly races: readonly JourneyEdge[];
  /** Edges that can never be taken: their exit does not exist, or an earlier edge already serves it. */
  readonly unused: readonly JourneyEdge[];
};

/** Resolves which edge serves which exit of a node. Only this file knows the rules for it. */
export function routesOf(node: JourneyNode, document: Pick<JourneyDocument, "edges">): Routes {
  const outgoing = document.edges.filter((edge) => edge.sourceNodeId === node.id);
  return routesAmong(node, outgoing);
}

/** Like `routesOf`, for callers that already have the node's outgoing edges. */
export function routesAmong(node: JourneyNode, outgoing: readonly JourneyEdge[]): Routes {
  const races = outgoing.filter((edge) => edge.trigger !== null);
  const plain = outgoing.filter((edge) => edge.trigger === null);
  const keys = nodeKinds[node.type].exits(node, { edges: [...outgoing] });
  if (nodeKinds[node.type].dividesPeople) {
    return { exits: keys.map((exit, index) => ({ ...exit, edge: plain[index] ?? null })), races, unused: [] };
  }
  const names = keys.map((exit) => exit.key);
  const branches = plain.map((edge) => edgeBranch(edge, names));
  const exits = keys.map((exit) => {
    const own = plain.find((_, index) => branches[index] === exit.key);
    return { ...exit, edge: own ?? plain.find((_, index) => branches[index] === null) ?? null };
  });
  const used = new Set(exits.map((exit) => exit.edge));
  return { exits, races, unused: plain.filter((edge) => !used.has(edge)) };
}
