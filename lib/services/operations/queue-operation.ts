import { newId, schema } from "#db";
import type { Context, Transaction } from "#services";

const { operations } = schema;

export type OperationKind = "enroll" | "resume" | "archive" | "delete_journey" | "build_segment";

/** Hands set-wise work to the engine (R15); answers the operation's id. */
export async function queueOperation(
  ctx: Context,
  tx: Transaction,
  kind: OperationKind,
  input: Record<string, unknown>,
  journeyId: string | null = null,
): Promise<string> {
  const id = newId();
  const createdBy = `${ctx.actor.kind}:${ctx.actor.id}`;
  await tx.insert(operations).values({ id, workspaceId: ctx.workspaceId, journeyId, kind, input, createdBy });
  return id;
}
