import { audit, type Context, changesOf, conflict, requireRole } from "#services";
import { changeTopic, contentOfTopic } from "#store/topics";
import { checkTopic } from "./check-topic.ts";
import type { Topic, TopicPatch } from "./schema.ts";
import { findTopic, viewTopic } from "./topic-row.ts";

/**
 * Changes a topic, only given fields. Archiving is refused while content names it, as that content would be sent to
 * people who left the topic.
 */
export async function updateTopic(ctx: Context, reference: string, patch: TopicPatch): Promise<Topic> {
  requireRole(ctx, "editor");
  const { archived, ...written } = patch;
  const before = await findTopic(ctx, reference);
  const { defaultOn = before.defaultOn, doubleOptIn = before.doubleOptIn } = written;
  const values = await checkTopic(ctx, { ...written, defaultOn, doubleOptIn });
  const row = await ctx.database.orm.transaction(async (tx) => {
    const used = archived === true ? await contentOfTopic(tx, before.id) : [];
    if (used.length > 0)
      throw conflict(`This topic is used by ${used.map(({ name }) => name).join(", ")}.`, { content: used });
    const archivedAt = archived === undefined ? before.archivedAt : archived ? new Date() : null;
    const changed = await changeTopic(tx, ctx.workspaceId, before.id, { ...values, archivedAt });
    if (!changed) throw conflict("This topic was deleted meanwhile.");
    await audit(tx, ctx, "topic.update", before.id, { changes: changesOf(before, changed, Object.keys(patch)) });
    return changed;
  });
  return viewTopic(row);
}
