import { eq, sql } from "drizzle-orm";
import { newId, type Orm, type Transaction } from "#db";
import { OWN_CHANNEL_TYPES, type OwnChannelType } from "#journey";
import type { ChannelRow } from "./read.ts";
import { channels } from "./table.ts";

/** The names of the first channels. A kind that is added needs a row in every workspace that is there already. */
const NAMES: Readonly<Record<OwnChannelType, string>> = { email: "Email", sms: "SMS", push: "Push", inapp: "In-page" };

/** The channels with which every workspace starts. */
export async function insertFirstChannels(orm: Orm | Transaction, workspaceId: string): Promise<void> {
  await orm
    .insert(channels)
    .values(
      OWN_CHANNEL_TYPES.map((kind) => ({ id: newId(), workspaceId, key: `ch_${kind}`, name: NAMES[kind], kind })),
    );
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
