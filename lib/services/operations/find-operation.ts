import { and, eq } from "drizzle-orm";
import { type Context, isUuid, notFound, type Transaction } from "#services";
import { schema } from "#store";
import type { OperationRow } from "./view-operations.ts";

/** A row of the workspace; throws `not_found`. */
export async function findOperation(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  id: string,
): Promise<OperationRow> {
  const { operations } = schema;
  if (!isUuid(id)) throw notFound("operation");
  const [row] = await tx
    .select()
    .from(operations)
    .where(and(eq(operations.workspaceId, ctx.workspaceId), eq(operations.id, id)));
  if (!row) throw notFound("operation");
  return row;
}
