import { and, eq } from "drizzle-orm";
import { type Context, iso, notFound } from "#services";
import { findJourney } from "#services/journeys";
import { schema } from "#store";
import type { VersionDetail } from "./schema.ts";

/** One version with the canvas it froze. */
export async function getVersion(ctx: Context, reference: string, versionId: string): Promise<VersionDetail> {
  const journey = await findJourney(ctx, reference);
  const { versions } = schema;
  const [row] = await ctx.database.orm
    .select()
    .from(versions)
    .where(and(eq(versions.journeyId, journey.id), eq(versions.id, versionId)));
  if (!row) throw notFound("version");
  const { id, number, hash, publishedBy, document } = row;
  const { nodes, edges } = document;
  return { id, number, hash, publishedBy, createdAt: iso(row.createdAt), nodes, edges };
}
