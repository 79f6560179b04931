import { and, desc, eq } from "drizzle-orm";
import { schema } from "#db";
import type { Canvas } from "#journey";
import { type Context, notFound } from "#services";
import type { JourneyRow } from "#services/journeys";

/** Every node and edge that a version has had, by the newest name, those of the draft first. */
export async function knownElements(ctx: Context, journey: JourneyRow): Promise<Canvas> {
  const { versions } = schema;
  const documents = await ctx.database.orm
    .select({ document: versions.document })
    .from(versions)
    .where(eq(versions.journeyId, journey.id))
    .orderBy(desc(versions.number))
    .limit(50);
  const nodes = new Map(journey.canvas.nodes.map((node) => [node.id, node]));
  const edges = new Map(journey.canvas.edges.map((edge) => [edge.id, edge]));
  for (const { document } of documents) {
    for (const node of document.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
    for (const edge of document.edges) if (!edges.has(edge.id)) edges.set(edge.id, edge);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** What one version froze; throws `not_found`. */
export async function versionElements(ctx: Context, journey: JourneyRow, versionId: string): Promise<Canvas> {
  const { versions } = schema;
  const [version] = await ctx.database.orm
    .select({ document: versions.document })
    .from(versions)
    .where(and(eq(versions.journeyId, journey.id), eq(versions.id, versionId)));
  if (!version) throw notFound("version");
  return version.document;
}
