import type { ReachTopic } from "#consent";
import type { Connection } from "../sql/connection.ts";

/** For whom a message is meant: everybody, if it is transactional, else the subscribers of its topic. */
export type ContentAudience = {
  readonly id: string;
  readonly transactional: boolean;
  readonly topic: ReachTopic | null;
};

/** The present values of content items, whatever revision is sent. An archived topic is none. */
export async function readContentAudiences(sql: Connection, ids: readonly string[]): Promise<ContentAudience[]> {
  if (ids.length === 0) return [];
  const rows = await sql<
    (Omit<ContentAudience, "topic"> & { topicId: string | null; name: string; defaultOn: boolean })[]
  >`
    select c.id, c.transactional, t.id as "topicId", t.name, t.default_on as "defaultOn"
    from content c left join topics t on t.id = c.topic_id and t.workspace_id = c.workspace_id and t.archived_at is null
    where c.id = any(${[...ids]}::text[]::uuid[])`;
  return rows.map(({ id, transactional, topicId, name, defaultOn }) => ({
    id,
    transactional,
    topic: topicId === null ? null : { id: topicId, name, defaultOn },
  }));
}
