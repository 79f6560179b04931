import { sql } from "drizzle-orm";
import type { Transaction } from "#services";
import { schema } from "#store";

/** Every batch that begins after this commits runs on the changed configuration (R14). */
export async function raiseEngineRevision(tx: Transaction): Promise<void> {
  const { engineConfig } = schema;
  await tx.update(engineConfig).set({ revision: sql`${engineConfig.revision} + 1` });
}
