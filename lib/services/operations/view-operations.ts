import { ALL_SHARDS } from "#db";
import { type Context, iso, isoOrNull } from "#services";
import type { schema } from "#store";
import { isCancellable } from "./cancellable.ts";
import type { Operation } from "./schema.ts";

export type OperationRow = typeof schema.operations.$inferSelect;

/** Rows as the API shows them, with how far each has come over all shards. */
export async function viewOperations(ctx: Context, rows: readonly OperationRow[]): Promise<Operation[]> {
  if (rows.length === 0) return [];
  const progress = await ctx.database.sql<{ id: string; done: number }[]>`
    select operation_id as id, sum(done)::float8 as done
    from operation_shards
    where shard = any(${ALL_SHARDS}::smallint[]) and operation_id = any(${rows.map((row) => row.id)}::uuid[])
    group by operation_id`;
  const doneOf = new Map(progress.map((row) => [row.id, row.done]));
  return rows.map((row) => viewOf(row, doneOf.get(row.id) ?? 0));
}

/** The total was counted beforehand: people who came or went since show in it, and at the end it is what was done. */
function viewOf(row: OperationRow, done: number): Operation {
  const counted = row.total === null ? null : Math.max(row.total, done);
  return {
    id: row.id,
    kind: row.kind,
    journeyId: row.journeyId,
    status: row.status,
    done,
    total: row.status === "done" ? done : counted,
    result: row.result,
    error: row.error,
    cancellable: row.finishedAt === null && isCancellable(row.kind),
    createdAt: iso(row.createdAt),
    finishedAt: isoOrNull(row.finishedAt),
  };
}
