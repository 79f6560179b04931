import { type Context, iso, notFound, readReference, type Transaction } from "#services";
import { type ChannelRow, lockChannelRow, readChannel } from "#store/channels";
import type { Channel } from "./schema.ts";

/** By id, key or number; throws `not_found`. */
export async function findChannel(ctx: Context, reference: string): Promise<ChannelRow> {
  const row = await readChannel(ctx.database.orm, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("channel");
  return row;
}

export async function lockChannel(ctx: Context, tx: Transaction, reference: string): Promise<ChannelRow> {
  const row = await lockChannelRow(tx, ctx.workspaceId, readReference(reference));
  if (!row) throw notFound("channel");
  return row;
}

export function viewChannel({ workspaceId, ...row }: ChannelRow): Channel {
  return { ...row, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}
