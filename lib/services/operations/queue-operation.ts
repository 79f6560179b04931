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
  | "import_people"
  | "release"
  | "change_people";

/** What an operation is about, and when its first slice starts; null = now. */
type Further = { readonly journeyId?: string; readonly nextAt?: Date | null };

/** Queues an operation for the engine (R15), with its number of people; returns the operation's id. */
export async function queueOperation(
  ctx: Context,
  tx: Transaction,
  kind: OperationKind,
  input: Record<string, unknown>,
  further: Further = {},
): Promise<string> {
  const id = newId();
  const { workspaceId } = ctx;
  const { journeyId = null, nextAt = null } = further;
  const createdBy = `${ctx.actor.kind}:${ctx.actor.id}`;
  const total = await countPeople(tx, { workspaceId, kind, journeyId, input });
  await insertOperation(tx, { id, workspaceId, journeyId, kind, input, total, createdBy, nextAt });
  return id;
}
