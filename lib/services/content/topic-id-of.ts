import { type Context, invalidField, type Transaction } from "#services";
import { findTopicId } from "#store/topics";

/** The id of a topic that content names by id or key; archived topics cannot be chosen. */
export async function topicIdOf(ctx: Context, tx: Transaction, reference: string): Promise<string> {
  const id = await findTopicId(tx, ctx.workspaceId, reference);
  if (id === null) throw invalidField(["topicId"], `There is no topic ${reference}`);
  return id;
}
