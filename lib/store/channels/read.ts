import { and, asc, count, eq, ne } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { byName, type Name } from "../sql/by-name.ts";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { channels } from "./table.ts";

export type ChannelRow = typeof channels.$inferSelect;

export async function readChannel(orm: Orm, workspaceId: string, name: Name): Promise<ChannelRow | undefined> {
  const [row] = await orm
    .select()
    .from(channels)
    .where(byName(channels, workspaceId, name))
    .limit(1);
  return row;
}

export async function lockChannelRow(
  tx: Transaction,
  workspaceId: string,
  name: Name,
): Promise<ChannelRow | undefined> {
  const [row] = await tx
    .select()
    .from(channels)
    .where(byName(channels, workspaceId, name))
    .limit(1)
    .for("update");
  return row;
}

export async function readChannelKeys(tx: Transaction, workspaceId: string): Promise<string[]> {
  const rows = await tx.select({ key: channels.key }).from(channels).where(eq(channels.workspaceId, workspaceId));
  return rows.map(({ key }) => key);
}

/** Whether a channel of the workspace other than `own` has this key. */
export async function isChannelKeyTaken(
  tx: Transaction,
  workspaceId: string,
  key: string,
  own: string | null,
): Promise<boolean> {
  const others = own === null ? undefined : ne(channels.id, own);
  const where = and(eq(channels.workspaceId, workspaceId), eq(channels.key, key), others);
  return (await tx.select({ id: channels.id }).from(channels).where(where)).length > 0;
}

/** A page of channels by number. */
export async function listChannelRows(orm: Orm, workspaceId: string, page: Page): Promise<Paged<ChannelRow>> {
  const where = eq(channels.workspaceId, workspaceId);
  return withTotal(
    orm.select().from(channels).where(where).orderBy(asc(channels.number)).limit(page.limit).offset(page.offset),
    orm.select({ total: count() }).from(channels).where(where),
  );
}

/** The channels of a workspace by all their names. */
export async function readChannelNames(orm: Orm | Transaction, workspaceId: string) {
  const { id, key, number, kind, status } = channels;
  return orm.select({ id, key, number, kind, status }).from(channels).where(eq(channels.workspaceId, workspaceId));
}
