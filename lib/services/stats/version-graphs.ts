import { ByteCache } from "#caches";
import type { Canvas, JourneyEdge, JourneyNode } from "#journey";
import type { Context } from "#services";
import { readDocuments } from "#store/versions";

/** The parts of a version's document that stats need: steps and connections. */
export type Graph = {
  readonly versionId: string;
  readonly number: number;
  readonly nodes: readonly Pick<JourneyNode, "id" | "name" | "type">[];
  readonly edges: readonly GraphEdge[];
};
export type GraphEdge = Pick<JourneyEdge, "id" | "name" | "sourceNodeId" | "targetNodeId" | "branch" | "trigger">;

/** Versions never change, so their graphs are cached. */
const KEPT_BYTES = 16 * 1024 * 1024;
const kept = new ByteCache<Graph>(KEPT_BYTES, (_, graph) => sizeOf(graph));

/** The graphs of versions of one journey, by version id. Deleted versions are left out. */
export async function loadGraphs(
  ctx: Context,
  journeyId: string,
  versionIds: readonly string[],
): Promise<Map<string, Graph>> {
  const graphs = new Map<string, Graph>();
  for (const versionId of versionIds) {
    const graph = kept.get(versionId);
    if (graph) graphs.set(versionId, graph);
  }
  const missing = versionIds.filter((id) => !graphs.has(id));
  for (const row of await readDocuments(ctx.database.orm, journeyId, missing)) {
    const graph = graphOf(row.id, row.number, row.document);
    graphs.set(graph.versionId, graph);
    kept.set(graph.versionId, graph);
  }
  return graphs;
}

/** The draft has no version: it is `number` 0. */
export function graphOf(versionId: string, number: number, { nodes, edges }: Canvas): Graph {
  return {
    versionId,
    number,
    nodes: nodes.map(({ id, name, type }) => ({ id, name, type })),
    edges: edges.map(({ id, name, sourceNodeId, targetNodeId, branch, trigger }) => {
      return { id, name, sourceNodeId, targetNodeId, branch, trigger };
    }),
  };
}

/** Its approximate size in memory: objects, slots, and two bytes per character. */
function sizeOf({ nodes, edges }: Graph): number {
  let bytes = ELEMENT_BYTES;
  for (const element of [...nodes, ...edges])
    for (const value of Object.values(element))
      bytes += SLOT_BYTES + (typeof value === "string" ? 2 * value.length : value == null ? 0 : ELEMENT_BYTES);
  return bytes + (nodes.length + edges.length) * ELEMENT_BYTES;
}

const ELEMENT_BYTES = 100;
const SLOT_BYTES = 32;
