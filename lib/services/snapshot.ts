import type { TransactionSql } from "#db";
import type { SplitAllocation } from "#engine";
import { readSnapshot, type WorkspaceSnapshot } from "#store/snapshot";
import type { Context } from "./context.ts";
import { notFound } from "./errors.ts";

/** All that is read with it is of one moment. */
export type Snapshot = { readonly workspaceId: string; readonly database: { readonly sql: TransactionSql } };

/**
 * Reads that belong together as of one moment. A batch takes a change out of the inbox and writes it to the person in one
 * commit: between two statements with a snapshot each it would be in neither.
 */
export async function inOneSnapshot<Result>(
  { database, workspaceId }: Context,
  read: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const found = await database.sql.begin("isolation level repeatable read read only", async (sql) => ({
    of: await read({ workspaceId, database: { sql } }),
  }));
  return found.of;
}

/** The workspace around one journey as batches see it, with the version that people enter and the others named. */
export async function loadWorkspace(
  ctx: Context,
  { id: journeyId }: { readonly id: string },
  versionIds: readonly string[] = [],
): Promise<WorkspaceSnapshot> {
  const found = await readSnapshot(ctx.database.sql, { workspaceId: ctx.workspaceId, journeyId }, versionIds);
  if (found === null) throw notFound("workspace");
  return found;
}

/** Learned and promoted shares of a journey's splits, by node. */
export const allocationsOf = (
  { journeys }: WorkspaceSnapshot,
  { id }: { readonly id: string },
): ReadonlyMap<string, SplitAllocation> => journeys.get(id)?.allocations ?? new Map();
