import { type Context, type Listing, listing, offsetOf } from "#services";
import { readOperations } from "#store/operations";
import type { Operation, OperationQuery } from "./schema.ts";
import { viewOperations } from "./view-operations.ts";

/** The operations of the workspace, newest first; `journeyId` is the journey's id. */
export async function listOperations(ctx: Context, query: OperationQuery): Promise<Listing<Operation>> {
  const { rows, total } = await readOperations(
    ctx.database.orm,
    { workspaceId: ctx.workspaceId, journeyId: query.journeyId, status: query.status },
    { limit: query.limit, offset: offsetOf(query) },
  );
  return listing(await viewOperations(ctx, rows), total, query);
}
