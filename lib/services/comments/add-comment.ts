import { newId } from "#db";
import { labelOf } from "#journey";
import { audit, type Context, conflict, Findings, invalidField, type Transaction } from "#services";
import { findJourney, type JourneyRow } from "#services/journeys";
import { countComments, insertComment, lockComment } from "#store/comments";
import { MOST_COMMENTS } from "./list-comments.ts";
import { requireMembers, tellMentioned } from "./mentions.ts";
import type { Comment, NewComment } from "./schema.ts";
import { authorOf, viewComments } from "./view-comments.ts";

/** Says something about a journey, about one of its steps, or in answer to a comment. Mentioned members get a mail. */
export async function addComment(ctx: Context, reference: string, input: NewComment): Promise<Comment> {
  const journey = await findJourney(ctx, reference);
  const { text } = input;
  const { row, mentioned } = await ctx.database.orm.transaction(async (tx) => {
    if ((await countComments(tx, journey.id)) >= MOST_COMMENTS)
      throw conflict(`A journey has at most ${MOST_COMMENTS} comments. Delete some that are done with.`);
    const findings = new Findings();
    const place = await findings.of(() => placeOf(tx, journey, input));
    const mentioned = await findings.of(() => requireMembers(ctx, input.mentions));
    findings.throwIfAny();
    if (place === undefined || mentioned === undefined) throw new Error("a finding that was not reported");
    const row = await insertComment(tx, {
      ...{ id: newId(), workspaceId: ctx.workspaceId, journeyId: journey.id, text, ...place },
      mentions: mentioned.map(({ userId }) => userId),
      createdBy: authorOf(ctx),
    });
    await audit(tx, ctx, "comment.create", journey.id, { comment: row.id, nodeId: row.nodeId });
    return { row, mentioned };
  });
  await tellMentioned(ctx, { journey, row, mentioned });
  return only(await viewComments(ctx, [row]));
}

/** An answer is about what the comment is about. */
async function placeOf(tx: Transaction, journey: JourneyRow, { nodeId = null, parentId = null }: NewComment) {
  if (parentId !== null) {
    const parent = await lockComment(tx, journey.id, parentId);
    if (!parent) throw invalidField(["parentId"], "No comment of this journey has this id");
    if (parent.parentId !== null) throw invalidField(["parentId"], "An answer cannot be answered; answer its comment");
    return { parentId: parent.id, nodeId: parent.nodeId, stepLabel: parent.stepLabel };
  }
  if (nodeId === null) return { parentId: null, nodeId: null, stepLabel: null };
  const node = journey.canvas.nodes.find(({ id }) => id === nodeId.toLowerCase());
  if (!node) throw invalidField(["nodeId"], "No step of this journey has this id");
  return { parentId: null, nodeId: node.id, stepLabel: labelOf(node) };
}

export function only(comments: readonly Comment[]): Comment {
  const [comment] = comments;
  if (!comment) throw new Error("a comment without a view");
  return comment;
}
