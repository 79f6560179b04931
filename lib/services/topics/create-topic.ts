import { newId } from "#db";
import { audit, type Context, conflict, lockNames, requireRole, slugOf, takeKey } from "#services";
import { insertTopic, readTopics } from "#store/topics";
import { checkTopic } from "./check-topic.ts";
import type { NewTopic, Topic } from "./schema.ts";
import { viewTopic } from "./topic-row.ts";

/** Sending and the preference page read all topics of a workspace. */
const MOST = 200;

/** Adds what people can subscribe to. */
export async function createTopic(ctx: Context, input: NewTopic): Promise<Topic> {
  requireRole(ctx, "editor");
  const { doubleOptIn = false, defaultOn = !doubleOptIn } = input;
  const values = await checkTopic(ctx, { ...input, doubleOptIn, defaultOn });
  const row = await ctx.database.orm.transaction(async (tx) => {
    await lockNames(ctx, tx, "topic");
    const rows = await readTopics(ctx.database.sql, [ctx.workspaceId]);
    if (rows.length >= MOST) throw conflict(`A workspace has at most ${MOST} topics.`);
    const key = takeKey(input.key, slugOf(input.name, "topic"), new Set(rows.map((row) => row.key)));
    const own = { id: newId(), workspaceId: ctx.workspaceId, key, name: input.name };
    const created = await insertTopic(tx, { ...values, ...own });
    await audit(tx, ctx, "topic.create", created.id, { key });
    return created;
  });
  return viewTopic(row);
}
