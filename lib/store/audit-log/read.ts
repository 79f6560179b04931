import { and, desc, eq, sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { auditLog } from "./table.ts";

/** The entries about an object that note a revision after the given one, the newest first. */
export async function readSavesSince(
  orm: Orm | Transaction,
  { workspaceId, subject, revision }: { workspaceId: string; subject: string; revision: number },
  limit: number,
) {
  const { actor, detail, at, id } = auditLog;
  return orm
    .select({ actor, detail })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.workspaceId, workspaceId),
        eq(auditLog.subject, subject),
        sql`(${detail} ->> 'revision')::int > ${revision}`,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
}
