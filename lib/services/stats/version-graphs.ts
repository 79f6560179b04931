import { and, eq, inArray } from "drizzle-orm";
import { schema } from "#db";
import type { Canvas, JourneyEdge, JourneyNode } from "#journey";
import type { Context } from "#services";

/** What stats need of a version's document: its steps and the connections between them. */
export type Graph = {
  readonly versionId: string;
  readonly number: number;
  readonly nodes: readonly Pick<JourneyNode, "id" | "name" | "type">[];
  readonly edges: readonly GraphEdge[];
};
export type GraphEdge = Pick<JourneyEdge, "id" | "name" | "sourceNodeId" | "targetNodeId" | "branch" | "trigger">;

/** Versions never change, so their graphs are kept; this many steps and connections of all journeys together. */
const KEPT_ELEMENTS = 200_000;
const kept = new Map<string, Graph>();
let keptElements = 0;

/** The graphs of versions of one journey, by version id. Versions that are not there any more are left out. */
export async function loadGraphs(
  ctx: Context,
  journeyId: string,
  versionIds: readonly string[],
): Promise<Map<string, Graph>> {
  const missing = versionIds.filter((id) => !kept.has(id));
  const { id, number, document } = schema.versions;
  const rows =
    missing.length === 0
      ? []
      : await ctx.database.orm
          .select({ id, number, document })
          .from(schema.versions)
          .where(and(eq(schema.versions.journeyId, journeyId), inArray(id, missing)));
  const loaded = new Map(rows.map((row) => [row.id, graphOf(row.id, row.number, row.document)]));
  const graphs = new Map<string, Graph>();
  for (const versionId of versionIds) {
    const graph = loaded.get(versionId) ?? kept.get(versionId);
    if (graph) graphs.set(versionId, graph);
  }
  for (const graph of graphs.values()) keep(graph);
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

/** Puts a graph last in the order of use, and lets the first ones go where there are too many. */
function keep(graph: Graph): void {
  forget(graph);
  kept.set(graph.versionId, graph);
  keptElements += sizeOf(graph);
  for (const oldest of kept.values()) {
    if (keptElements <= KEPT_ELEMENTS || oldest === graph) return;
    forget(oldest);
  }
}

function forget(graph: Graph): void {
  const known = kept.get(graph.versionId);
  if (!known) return;
  kept.delete(graph.versionId);
  keptElements -= sizeOf(known);
}

const sizeOf = ({ nodes, edges }: Graph) => nodes.length + edges.length;
