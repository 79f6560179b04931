import { eq } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { totpSecrets } from "./table.ts";

export type TotpSecretRow = typeof totpSecrets.$inferSelect;

export async function readTotpSecret(orm: Orm | Transaction, userId: string): Promise<TotpSecretRow | undefined> {
  const [row] = await orm.select().from(totpSecrets).where(eq(totpSecrets.userId, userId));
  return row;
}
