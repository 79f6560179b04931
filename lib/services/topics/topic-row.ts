import { type Context, iso, notFound } from "#services";
import { readTopics, type TopicRow } from "#store/topics";
import type { Topic } from "./schema.ts";

/** By id or key, archived ones included; throws `not_found`. */
export async function findTopic(ctx: Context, reference: string): Promise<TopicRow> {
  const rows = await readTopics(ctx.database.sql, [ctx.workspaceId]);
  const row = rows.find(({ id }) => id === reference.toLowerCase()) ?? rows.find(({ key }) => key === reference);
  if (!row) throw notFound("topic");
  return row;
}

export const viewTopic = ({ workspaceId: _of, archivedAt, createdAt, updatedAt, ...row }: TopicRow): Topic => ({
  ...row,
  archived: archivedAt !== null,
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});
