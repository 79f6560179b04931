import { newId } from "#db";
import type { Context, Transaction } from "#services";
import { countPeople, insertOperation } from "#store/operations";

export type OperationKind =
  | "enroll"
  | "resume"
  | "archive"
  | "delete_journey"
  | "build_segment"
  | "migrate"
  | "retry"
  | "recount"
  | "erase"
  | "start_campaign"
  | "import_people";

/**
 * Queues an operation for the engine (R15), with its number of people; returns the operation's id. `nextAt`: when its first
 * slice starts; null = now.
 */
export async function queueOperation(
  ctx: Context,
  tx: Transaction,
  kind: OperationKind,
  input: Record<string, unknown>,
  journeyId: string | null = null,
  nextAt: Date | null = null,
): Promise<string> {
  const id = newId();
  const { workspaceId } = ctx;
  const createdBy = `${ctx.actor.kind}:${ctx.actor.id}`;
  const total = await countPeople(tx, { workspaceId, kind, journeyId, input });
  await insertOperation(tx, { id, workspaceId, journeyId, kind, input, total, createdBy, nextAt });
  return id;
}
