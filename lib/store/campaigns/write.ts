import { eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { CampaignRow } from "./read.ts";
import { campaigns } from "./table.ts";

export async function insertCampaignRow(tx: Transaction, row: typeof campaigns.$inferInsert): Promise<void> {
  await tx.insert(campaigns).values(row);
}

type Changes = Partial<Pick<CampaignRow, "key" | "name" | "contentId" | "segmentId" | "startsAt" | "endsAt">>;

/** Changes a campaign that the caller has locked. */
export async function updateCampaignRow(tx: Transaction, id: string, changes: Changes): Promise<void> {
  await change(tx, id, changes);
}

/** Starts or ends a campaign that the caller has locked. */
export async function moveCampaignRow(tx: Transaction, id: string, move: "start" | "end"): Promise<CampaignRow> {
  return change(tx, id, move === "start" ? { status: "active", startedAt: sql`now()` } : { status: "ended" });
}

export async function deleteCampaignRow(tx: Transaction, id: string): Promise<void> {
  await tx.delete(campaigns).where(eq(campaigns.id, id));
}

async function change(
  tx: Transaction,
  id: string,
  changes: { readonly [Column in keyof CampaignRow]?: CampaignRow[Column] | SQL },
): Promise<CampaignRow> {
  const [row] = await tx
    .update(campaigns)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(campaigns.id, id))
    .returning();
  if (!row) throw new Error("the locked campaign is gone");
  return row;
}
