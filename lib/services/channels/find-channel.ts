import { and, eq, or, type SQL } from "drizzle-orm";
import { type Context, iso, notFound, readReference, type Transaction } from "#services";
import { schema } from "#store";
import type { Channel } from "./schema.ts";

const { channels } = schema;

export type ChannelRow = typeof channels.$inferSelect;

/** By id, key or number; throws `not_found`. */
export async function findChannel(ctx: Context, reference: string): Promise<ChannelRow> {
  const [row] = await ctx.database.orm.select().from(channels).where(owned(ctx, reference)).limit(1);
  if (!row) throw notFound("channel");
  return row;
}

export async function lockChannel(ctx: Context, tx: Transaction, reference: string): Promise<ChannelRow> {
  const [row] = await tx.select().from(channels).where(owned(ctx, reference)).limit(1).for("update");
  if (!row) throw notFound("channel");
  return row;
}

export function viewChannel({ workspaceId, ...row }: ChannelRow): Channel {
  return { ...row, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}

function owned(ctx: Context, reference: string): SQL | undefined {
  const { id, number, key } = readReference(reference);
  const byKey = eq(channels.key, key);
  const named = id ? eq(channels.id, id) : number === null ? byKey : or(eq(channels.number, number), byKey);
  return and(eq(channels.workspaceId, ctx.workspaceId), named);
}
