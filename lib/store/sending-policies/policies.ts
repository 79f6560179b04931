import { and, eq, sql as raw } from "drizzle-orm";
import type { Transaction } from "#db";
import type { SendingPolicies } from "#policies";
import type { Connection } from "../sql/connection.ts";
import { sendingPolicies } from "./table.ts";

export type StoredPolicies = {
  readonly document: unknown;
  readonly revision: number;
  readonly updatedAt: Date | string;
};

/** Undefined: the workspace never said anything. */
export async function readSendingPolicies(sql: Connection, workspaceId: string): Promise<StoredPolicies | undefined> {
  const [row] = await sql<StoredPolicies[]>`
    select document, revision, updated_at as "updatedAt" from sending_policies where workspace_id = ${workspaceId}`;
  return row;
}

/** Replaces the policies if they are still of this revision (0: there are none yet); false: they are not. */
export async function writeSendingPolicies(
  tx: Transaction,
  workspaceId: string,
  policies: SendingPolicies,
  revision: number,
): Promise<boolean> {
  const document = { ...policies };
  const written =
    revision === 0
      ? await tx.insert(sendingPolicies).values({ workspaceId, document }).onConflictDoNothing().returning()
      : await tx
          .update(sendingPolicies)
          .set({ document, revision: revision + 1, updatedAt: raw`clock_timestamp()` })
          .where(and(eq(sendingPolicies.workspaceId, workspaceId), eq(sendingPolicies.revision, revision)))
          .returning();
  return written.length > 0;
}
