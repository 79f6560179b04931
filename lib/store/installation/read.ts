import { sql as raw } from "drizzle-orm";
import type { Transaction } from "#db";
import type { Connection } from "../sql/connection.ts";

/** The secret that all processes on this database share, unless `SOJOURN_SECRET` is set. */
export async function readInstallationSecret(sql: Connection): Promise<string> {
  const [row] = await sql<{ secret: string }[]>`select secret from installation`;
  if (!row) throw new Error("The database has no installation secret: it was not migrated.");
  return row.secret;
}

/** Locks the row that every process finds, until the transaction ends. */
export async function lockInstallation(tx: Transaction): Promise<void> {
  await tx.execute(raw`select 1 from installation for update`);
}
