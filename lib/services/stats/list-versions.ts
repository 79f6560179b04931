import { desc, eq } from "drizzle-orm";
import { ALL_SHARDS, schema } from "#db";
import { type Context, iso } from "#services";
import { countStanding, findJourney } from "#services/journeys";
import type { Version } from "./schema.ts";

/** What was published, the newest first, with the trips of each and the people who stand on it. */
export async function listVersions(ctx: Context, reference: string): Promise<Version[]> {
  const journey = await findJourney(ctx, reference);
  const { versions } = schema;
  const [rows, trips, standing] = await Promise.all([
    ctx.database.orm
      .select()
      .from(versions)
      .where(eq(versions.journeyId, journey.id))
      .orderBy(desc(versions.number))
      .limit(200),
    countByVersion(ctx, journey.id),
    countStanding(ctx, journey),
  ]);
  const people = new Map<string, number>();
  for (const place of standing) people.set(place.versionId, (people.get(place.versionId) ?? 0) + place.people);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    hash: row.hash,
    publishedBy: row.publishedBy,
    createdAt: iso(row.createdAt),
    isCurrent: row.id === journey.publishedVersionId,
    people: people.get(row.id) ?? 0,
    _count: {
      nodes: row.document.nodes.length,
      edges: row.document.edges.length,
      enrollments: trips.get(row.id)?.enrolled ?? 0,
      active: trips.get(row.id)?.active ?? 0,
    },
  }));
}

type Row = { version_id: string; enrolled: number; active: number };

async function countByVersion(ctx: Context, journeyId: string): Promise<Map<string, Row>> {
  const rows = await ctx.database.sql<Row[]>`
    select version_id, sum(enrolled)::float8 as enrolled,
      sum(enrolled - completed - stopped - failed)::float8 as active
    from journey_counts where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journeyId}
    group by version_id`;
  return new Map(rows.map((row) => [row.version_id, row]));
}
