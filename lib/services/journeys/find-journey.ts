import { and, eq, notExists, or, type SQL, sql } from "drizzle-orm";
import { type Context, notFound, readReference, type Transaction } from "#services";
import { schema } from "#store";

const { journeys, operations } = schema;

export type JourneyRow = typeof journeys.$inferSelect;

/** A journey that is being deleted counts as not existing. */
export function visible(ctx: Context): SQL | undefined {
  const deletion = ctx.database.orm
    .select({ one: sql`1` })
    .from(operations)
    .where(and(eq(operations.journeyId, journeys.id), eq(operations.kind, "delete_journey")));
  return and(eq(journeys.workspaceId, ctx.workspaceId), notExists(deletion));
}

/** By id, `jrn_…`, number or key; throws `not_found`, also when another workspace owns it. */
export async function findJourney(ctx: Context, reference: string): Promise<JourneyRow> {
  const [row] = await ctx.database.orm
    .select()
    .from(journeys)
    .where(and(visible(ctx), named(reference)))
    .limit(1);
  if (!row) throw notFound("journey");
  return row;
}

/** The same, locked until the transaction ends: moves and saves of one journey happen one after another. */
export async function lockJourney(ctx: Context, tx: Transaction, reference: string): Promise<JourneyRow> {
  const [row] = await tx
    .select()
    .from(journeys)
    .where(and(visible(ctx), named(reference)))
    .limit(1)
    .for("update");
  if (!row) throw notFound("journey");
  return row;
}

function named(reference: string): SQL | undefined {
  const { id, number, key } = readReference(reference);
  if (id) return eq(journeys.id, id);
  if (key.startsWith("jrn_")) return eq(journeys.shortId, key);
  return number === null ? eq(journeys.key, key) : or(eq(journeys.number, number), eq(journeys.key, key));
}
