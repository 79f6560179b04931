import { eq, sql } from "drizzle-orm";
import { newId, type Orm, type Transaction } from "#db";
import type { ChannelRow } from "./read.ts";
import { channels } from "./table.ts";

const FIRST = [
  { key: "ch_email", name: "Email", kind: "email" },
  { key: "ch_sms", name: "SMS", kind: "sms" },
  { key: "ch_push", name: "Push", kind: "push" },
  { key: "ch_inapp", name: "In-page", kind: "inapp" },
] as const;

/** The channels with which every workspace starts. */
export async function insertFirstChannels(orm: Orm | Transaction, workspaceId: string): Promise<void> {
  await orm.insert(channels).values(FIRST.map((channel) => ({ id: newId(), workspaceId, ...channel })));
}

export async function insertChannel(tx: Transaction, channel: typeof channels.$inferInsert): Promise<ChannelRow> {
  const [row] = await tx.insert(channels).values(channel).returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

/** Changes a channel that the caller has locked. */
export async function updateChannelRow(
  tx: Transaction,
  id: string,
  fields: Partial<Pick<ChannelRow, "key" | "name" | "status">>,
): Promise<ChannelRow> {
  const [row] = await tx
    .update(channels)
    .set({ ...fields, updatedAt: sql`now()` })
    .where(eq(channels.id, id))
    .returning();
  if (!row) throw new Error("the locked channel is gone");
  return row;
}

export async function deleteChannelRow(tx: Transaction, id: string): Promise<void> {
  await tx.delete(channels).where(eq(channels.id, id));
}
