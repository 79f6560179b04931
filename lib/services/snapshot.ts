import type { TransactionSql } from "#db";
import type { SplitAllocation, WorkspaceSnapshot } from "#engine";
import { readSnapshot } from "#store/snapshot";
import type { Context } from "./context.ts";
import { notFound } from "./errors.ts";

/** All reads with it see one snapshot. */
export type Snapshot = { readonly workspaceId: string; readonly database: { readonly sql: TransactionSql } };

/**
 * Runs reads in one snapshot. A batch moves a change from the inbox to the person in one commit: two statements with
 * separate snapshots could miss it in both places.
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
