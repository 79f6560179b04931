import { type Context, iso, notFound } from "#services";
import { findJourney } from "#services/journeys";
import { readVersion } from "#store/versions";
import type { VersionDetail } from "./schema.ts";

/** One version with the canvas it froze. */
export async function getVersion(ctx: Context, reference: string, versionId: string): Promise<VersionDetail> {
  const journey = await findJourney(ctx, reference);
  const row = await readVersion(ctx.database.orm, { id: versionId, journeyId: journey.id });
  if (!row) throw notFound("version");
  const { id, number, hash, publishedBy, name, note, document } = row;
  const { nodes, edges, annotations = [] } = document;
  return { id, number, hash, publishedBy, name, note, createdAt: iso(row.createdAt), nodes, edges, annotations };
}
