import { and, eq, or, type SQL } from "drizzle-orm";
import { type Context, notFound, readReference, type Transaction } from "#services";
import { schema } from "#store";

const { senderIdentities } = schema;

export type IdentityRow = typeof senderIdentities.$inferSelect;

/** By id, key or number; throws `not_found`. */
export async function findIdentity(ctx: Context, reference: string): Promise<IdentityRow> {
  return meant(await ctx.database.orm.select().from(senderIdentities).where(owned(ctx, reference)), reference);
}

export async function lockIdentity(ctx: Context, tx: Transaction, reference: string): Promise<IdentityRow> {
  return meant(await tx.select().from(senderIdentities).where(owned(ctx, reference)).for("update"), reference);
}

/** A key takes precedence over a number. */
function meant(rows: readonly IdentityRow[], reference: string): IdentityRow {
  const row = rows.find(({ key }) => key === reference) ?? rows[0];
  if (!row) throw notFound("sender identity");
  return row;
}

function owned(ctx: Context, reference: string): SQL | undefined {
  const { id, number, key } = readReference(reference);
  const byKey = eq(senderIdentities.key, key);
  const byNumber = number === null ? undefined : eq(senderIdentities.number, number);
  return and(eq(senderIdentities.workspaceId, ctx.workspaceId), id ? eq(senderIdentities.id, id) : or(byKey, byNumber));
}
