import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { operations } from "./table.ts";

export type OperationRow = typeof operations.$inferSelect;

export async function readOperation(
  orm: Orm | Transaction,
  workspaceId: string,
  id: string,
): Promise<OperationRow | undefined> {
  const [row] = await orm
    .select()
    .from(operations)
    .where(and(eq(operations.workspaceId, workspaceId), eq(operations.id, id)));
  return row;
}

/** Several by their ids, in any order. */
export async function readOperationRows(orm: Orm, ids: readonly string[]): Promise<OperationRow[]> {
  if (ids.length === 0) return [];
  return orm
    .select()
    .from(operations)
    .where(inArray(operations.id, [...ids]));
}

type Wanted = {
  readonly workspaceId: string;
  readonly journeyId?: string | undefined;
  readonly status?: OperationRow["status"] | undefined;
};

/** A page of a workspace's operations, the newest first, and how many there are. */
export async function readOperations(
  orm: Orm | Transaction,
  { workspaceId, journeyId, status }: Wanted,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: OperationRow[]; total: number }> {
  const where = and(
    eq(operations.workspaceId, workspaceId),
    journeyId === undefined ? undefined : eq(operations.journeyId, journeyId),
    status === undefined ? undefined : eq(operations.status, status),
  );
  const [[counted], rows] = await Promise.all([
    orm.select({ total: count() }).from(operations).where(where),
    orm
      .select()
      .from(operations)
      .where(where)
      .orderBy(desc(operations.createdAt), desc(operations.id))
      .limit(page.limit)
      .offset(page.offset),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

export async function insertOperation(tx: Transaction, operation: typeof operations.$inferInsert): Promise<void> {
  await tx.insert(operations).values(operation);
}

/** Cancels an operation that has not ended; false: it has. */
export async function cancelOpenOperation(tx: Transaction, id: string): Promise<boolean> {
  const cancelled = await tx
    .update(operations)
    .set({ status: "cancelled", finishedAt: sql`now()` })
    .where(and(eq(operations.id, id), inArray(operations.status, ["waiting", "running"])))
    .returning({ id: operations.id });
  return cancelled.length > 0;
}

/** How many people an operation is for. */
export async function readTotal(tx: Transaction, id: string): Promise<number> {
  const [row] = await tx.select({ total: operations.total }).from(operations).where(eq(operations.id, id));
  return row?.total ?? 0;
}
