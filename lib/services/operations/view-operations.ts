import { type Context, iso, isoOrNull } from "#services";
import { readProgress } from "#store/operation-shards";
import type { OperationRow } from "#store/operations";
import { isCancellable } from "./cancellable.ts";
import type { Operation } from "./schema.ts";

/** Rows as the API shows them, with their progress over all shards. */
export async function viewOperations(ctx: Context, rows: readonly OperationRow[]): Promise<Operation[]> {
  if (rows.length === 0) return [];
  const doneOf = await readProgress(
    ctx.database.sql,
    rows.map((row) => row.id),
  );
  return rows.map((row) => viewOf(row, doneOf.get(row.id) ?? 0));
}

/** The total was counted in advance and may have changed since; at the end it equals what was done. */
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
