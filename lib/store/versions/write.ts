import { and, eq, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { versions } from "./table.ts";

/** The number of a journey's next version. */
export async function nextVersionNumber(orm: Orm | Transaction, journeyId: string): Promise<number> {
  const [last] = await orm
    .select({ number: sql<number>`coalesce(max(${versions.number}), 0)::int` })
    .from(versions)
    .where(eq(versions.journeyId, journeyId));
  return (last?.number ?? 0) + 1;
}

export async function insertVersion(tx: Transaction, version: typeof versions.$inferInsert): Promise<void> {
  await tx.insert(versions).values(version);
}

type Label = { readonly name?: string | null; readonly note?: string | null };

/** Names a version of a journey, or notes something about it; `false`: there is no such version. */
export async function labelVersionRow(
  tx: Transaction,
  { id, journeyId }: { readonly id: string; readonly journeyId: string },
  label: Label,
): Promise<boolean> {
  const rows = await tx
    .update(versions)
    .set(label)
    .where(and(eq(versions.id, id), eq(versions.journeyId, journeyId)))
    .returning({ id: versions.id });
  return rows.length > 0;
}
