import { and, count, desc, eq, ilike, ne, or, type SQL } from "drizzle-orm";
import { type Context, type Listing, likePattern, listing, offsetOf } from "#services";
import { schema } from "#store";
import { type JourneyRow, visible } from "./find-journey.ts";
import type { Journey, JourneyQuery } from "./schema.ts";
import { viewJourneys } from "./view-journey.ts";

const { journeys } = schema;

/** Journeys, newest change first; archived ones only when `status` asks for them. */
export async function listJourneys(ctx: Context, query: JourneyQuery): Promise<Listing<Journey>> {
  const { rows, total } = await listJourneyRows(ctx, query);
  return listing(await viewJourneys(ctx, rows), total, query);
}

/** A page of the same as rows, and how many there are. */
export async function listJourneyRows(
  ctx: Context,
  query: JourneyQuery,
): Promise<{ readonly rows: JourneyRow[]; readonly total: number }> {
  const where = and(
    visible(ctx),
    query.status ? eq(journeys.status, statusOf(query.status)) : ne(journeys.status, "archived"),
    query.siteId ? eq(journeys.siteId, query.siteId) : undefined,
    query.search ? matches(query.search) : undefined,
  );
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(journeys).where(where),
    orm
      .select()
      .from(journeys)
      .where(where)
      .orderBy(desc(journeys.updatedAt), desc(journeys.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return { rows, total: total?.total ?? 0 };
}

function matches(search: string): SQL | undefined {
  const pattern = likePattern(search);
  return or(ilike(journeys.name, pattern), ilike(journeys.description, pattern), ilike(journeys.key, pattern));
}

const statusOf = (status: Journey["status"]) => status.toLowerCase() as JourneyRow["status"];
