import { and, count, desc, eq, ilike } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { type Page, type Paged, withTotal } from "../sql/page.ts";
import { broadcasts } from "./table.ts";

export type BroadcastRow = typeof broadcasts.$inferSelect;

export async function readBroadcast(
  orm: Orm | Transaction,
  workspaceId: string,
  id: string,
): Promise<BroadcastRow | undefined> {
  const [row] = await orm
    .select()
    .from(broadcasts)
    .where(and(eq(broadcasts.workspaceId, workspaceId), eq(broadcasts.id, id)));
  return row;
}

/** A page of a workspace's broadcasts, the newest first; `pattern`: of `ilike` for the name. */
export async function listBroadcastRows(
  orm: Orm,
  { workspaceId, pattern }: { readonly workspaceId: string; readonly pattern: string | null },
  page: Page,
): Promise<Paged<BroadcastRow>> {
  const where = and(
    eq(broadcasts.workspaceId, workspaceId),
    pattern === null ? undefined : ilike(broadcasts.name, pattern),
  );
  return withTotal(
    orm
      .select()
      .from(broadcasts)
      .where(where)
      .orderBy(desc(broadcasts.createdAt), desc(broadcasts.id))
      .limit(page.limit)
      .offset(page.offset),
    orm.select({ total: count() }).from(broadcasts).where(where),
  );
}
