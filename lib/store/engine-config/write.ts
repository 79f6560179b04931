import { sql } from "drizzle-orm";
import type { Transaction } from "#db";
import type { Connection } from "../sql/connection.ts";
import { engineConfig } from "./table.ts";

/** Makes every batch that starts after the commit read the configuration again (R14). */
export async function raiseRevision(connection: Connection): Promise<void> {
  await connection`update engine_config set revision = revision + 1`;
}

/** The same in a drizzle transaction. */
export async function raiseEngineRevision(tx: Transaction): Promise<void> {
  await tx.update(engineConfig).set({ revision: sql`${engineConfig.revision} + 1` });
}
