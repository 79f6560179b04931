import { eq, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { workspaces } from "./table.ts";

export async function insertWorkspace(
  orm: Orm | Transaction,
  workspace: Omit<typeof workspaces.$inferInsert, "number" | "createdAt" | "updatedAt">,
): Promise<void> {
  await orm.insert(workspaces).values(workspace);
}

/** Changes the given fields; settings merge by key. */
export async function updateWorkspaceRow(
  tx: Transaction,
  id: string,
  fields: { readonly name?: string; readonly timezone?: string; readonly settings?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { settings, ...rest } = fields;
  const merged = settings && sql`${workspaces.settings} || ${JSON.stringify(settings)}::jsonb`;
  await tx
    .update(workspaces)
    .set({ ...rest, ...(merged ? { settings: merged } : {}), updatedAt: sql`now()` })
    .where(eq(workspaces.id, id));
}

/** What refers to it goes with it, except what its journeys and the catalog of events need removed first. */
export async function deleteWorkspace(tx: Transaction, id: string): Promise<void> {
  await tx.delete(workspaces).where(eq(workspaces.id, id));
}
