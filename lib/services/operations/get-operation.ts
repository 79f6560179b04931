import type { Context } from "#services";
import { findOperation } from "./find-operation.ts";
import type { Operation } from "./schema.ts";
import { viewOperations } from "./view-operations.ts";

/** An operation with its progress. */
export async function getOperation(ctx: Context, id: string): Promise<Operation> {
  const [operation] = await viewOperations(ctx, [await findOperation(ctx, ctx.database.orm, id)]);
  if (!operation) throw new Error("an operation without a view");
  return operation;
}
