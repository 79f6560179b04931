import { and, count, desc, eq } from "drizzle-orm";
import { type Context, type Listing, listing, offsetOf } from "#services";
import { schema } from "#store";
import type { Operation, OperationQuery } from "./schema.ts";
import { viewOperations } from "./view-operations.ts";

const { operations } = schema;

/** The operations of the workspace, newest first; `journeyId` is the journey's id. */
export async function listOperations(ctx: Context, query: OperationQuery): Promise<Listing<Operation>> {
  const where = and(
    eq(operations.workspaceId, ctx.workspaceId),
    query.journeyId ? eq(operations.journeyId, query.journeyId) : undefined,
    query.status ? eq(operations.status, query.status) : undefined,
  );
  const { orm } = ctx.database;
  const [[total], rows] = await Promise.all([
    orm.select({ total: count() }).from(operations).where(where),
    orm
      .select()
      .from(operations)
      .where(where)
      .orderBy(desc(operations.createdAt), desc(operations.id))
      .limit(query.limit)
      .offset(offsetOf(query)),
  ]);
  return listing(await viewOperations(ctx, rows), total?.total ?? 0, query);
}
