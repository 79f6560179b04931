import { eq, sql } from "drizzle-orm";
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
