import { and, eq, isNull, or, sql as sqlText } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import type { Connection } from "../sql/connection.ts";
import { topics } from "./table.ts";

export type TopicRow = typeof topics.$inferSelect;

/** The topics of workspaces, in the order of the preference page, archived ones included. */
export async function readTopics(sql: Connection, workspaceIds: readonly string[]): Promise<TopicRow[]> {
  if (workspaceIds.length === 0) return [];
  return await sql<TopicRow[]>`
    select id, workspace_id as "workspaceId", key, name, description, default_on as "defaultOn",
      double_opt_in as "doubleOptIn", confirmation_content_id as "confirmationContentId", position,
      archived_at as "archivedAt", created_at as "createdAt", updated_at as "updatedAt"
    from topics where workspace_id = any(${[...workspaceIds]}::text[]::uuid[])
    order by workspace_id, position, name, id`;
}

/** By id or key; null: the workspace has no such topic, or it is archived. */
export async function findTopicId(
  tx: Transaction | Orm,
  workspaceId: string,
  reference: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: topics.id })
    .from(topics)
    .where(
      and(
        eq(topics.workspaceId, workspaceId),
        isNull(topics.archivedAt),
        or(eq(topics.key, reference), sqlText`${topics.id}::text = lower(${reference})`),
      ),
    );
  return row?.id ?? null;
}
