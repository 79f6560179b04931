import type { Orm, Transaction } from "#db";
import { insertAuditEntry } from "#store/audit-log";
import type { Context } from "./context.ts";

/** Notes who did what to which object, in the caller's transaction. */
export async function audit(
  tx: Transaction | Orm,
  { workspaceId, actor: { kind, id, address = null } }: Context,
  action: string,
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await insertAuditEntry(tx, { workspaceId, actor: `${kind}:${id}`, address, action, subject, detail });
}
