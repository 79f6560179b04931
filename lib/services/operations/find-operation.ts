import { type Context, isUuid, notFound, type Transaction } from "#services";
import { type OperationRow, readOperation } from "#store/operations";

/** A row of the workspace; throws `not_found`. */
export async function findOperation(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  id: string,
): Promise<OperationRow> {
  if (!isUuid(id)) throw notFound("operation");
  const row = await readOperation(tx, ctx.workspaceId, id);
  if (!row) throw notFound("operation");
  return row;
}
