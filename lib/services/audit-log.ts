import { newId, type Orm, type Transaction } from "#db";
import { schema } from "#store";
import type { Context } from "./context.ts";

/** Notes who did what to which object, in the caller's transaction. */
export async function audit(
  tx: Transaction | Orm,
  ctx: Context,
  action: string,
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await tx.insert(schema.auditLog).values({
    id: newId(),
    workspaceId: ctx.workspaceId,
    actor: `${ctx.actor.kind}:${ctx.actor.id}`,
    action,
    subject,
    detail,
  });
}
