import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db";
import { providers } from "./table.ts";

type Own = { readonly workspaceId: string; readonly service: string };

/** Sets a service up, or changes its set-up. */
export async function putProviderRow(tx: Transaction, row: typeof providers.$inferInsert): Promise<void> {
  const { settings, secrets } = row;
  await tx
    .insert(providers)
    .values(row)
    .onConflictDoUpdate({
      target: [providers.workspaceId, providers.service],
      set: { settings, secrets, updatedAt: sql`clock_timestamp()` },
    });
}

/** False: the service was not set up. */
export async function deleteProviderRow(tx: Transaction, { workspaceId, service }: Own): Promise<boolean> {
  const gone = await tx
    .delete(providers)
    .where(and(eq(providers.workspaceId, workspaceId), eq(providers.service, service)))
    .returning({ id: providers.id });
  return gone.length > 0;
}
