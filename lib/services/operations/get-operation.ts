import { and, eq } from "drizzle-orm";
import { ALL_SHARDS, schema } from "#db";
import { type Context, iso, isoOrNull, isUuid, notFound } from "#services";
import type { Operation } from "./schema.ts";

/** How far set-wise work has come; `total` is null until every shard has been counted, unless people were listed. */
export async function getOperation(ctx: Context, id: string): Promise<Operation> {
  const { operations } = schema;
  if (!isUuid(id)) throw notFound("operation");
  const { orm, sql } = ctx.database;
  const [row] = await orm
    .select()
    .from(operations)
    .where(and(eq(operations.workspaceId, ctx.workspaceId), eq(operations.id, id)));
  if (!row) throw notFound("operation");
  const [progress] = await sql<{ done: number; total: number | null; counted: boolean | null }[]>`
    select coalesce(sum(done), 0)::float8 as done, sum(total)::float8 as total, bool_and(total is not null) as counted
    from operation_shards where operation_id = ${id} and shard = any(${ALL_SHARDS}::smallint[])`;
  return {
    id: row.id,
    kind: row.kind,
    journeyId: row.journeyId,
    status: row.status,
    done: progress?.done ?? 0,
    total: progress?.counted ? progress.total : listed(row.input),
    error: row.error,
    createdAt: iso(row.createdAt),
    finishedAt: isoOrNull(row.finishedAt),
  };
}

const listed = ({ personIds }: Record<string, unknown>): number | null =>
  Array.isArray(personIds) ? personIds.length : null;
