import type { Context } from "#services";
import { readTopics } from "#store/topics";
import type { Topic } from "./schema.ts";
import { viewTopic } from "./topic-row.ts";

/** All topics in the order of the preference page, archived ones last. */
export async function listTopics(ctx: Context): Promise<Topic[]> {
  const rows = (await readTopics(ctx.database.sql, [ctx.workspaceId])).map(viewTopic);
  return [...rows.filter(({ archived }) => !archived), ...rows.filter(({ archived }) => archived)];
}
