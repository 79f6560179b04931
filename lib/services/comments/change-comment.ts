import { audit, type Context, forbidden, isUuid, notFound } from "#services";
import { findJourney } from "#services/journeys";
import { type CommentRow, deleteComment, lockComment, updateComment } from "#store/comments";
import { only } from "./add-comment.ts";
import { requireMembers, tellMentioned } from "./mentions.ts";
import type { Comment, CommentPatch } from "./schema.ts";
import { authorOf, viewComments } from "./view-comments.ts";

/** Changes the text of one's own comment, or resolves or reopens any. Members who are mentioned newly get a mail. */
export async function changeComment(
  ctx: Context,
  reference: string,
  commentId: string,
  patch: CommentPatch,
): Promise<Comment> {
  const journey = await findJourney(ctx, reference);
  const { before, row, mentioned } = await ctx.database.orm.transaction(async (tx) => {
    const before = await lockComment(tx, journey.id, requireId(commentId));
    if (!before) throw notFound("comment");
    const isText = patch.text !== undefined || patch.mentions !== undefined;
    if (isText && before.createdBy !== authorOf(ctx)) throw forbidden("A comment is changed by who wrote it.");
    const mentioned = await requireMembers(ctx, patch.mentions ?? []);
    const change = {
      ...(patch.text === undefined ? {} : { text: patch.text, editedAt: new Date() }),
      ...(patch.mentions === undefined ? {} : { mentions: mentioned.map(({ userId }) => userId) }),
      ...resolution(ctx, before, patch.resolved),
    };
    if (Object.keys(change).length === 0) return { before, row: before, mentioned };
    const row = await updateComment(tx, before.id, change);
    await audit(tx, ctx, "comment.change", journey.id, { comment: row.id, resolved: row.resolvedAt !== null });
    return { before, row, mentioned };
  });
  const fresh = mentioned.filter(({ userId }) => !before.mentions.includes(userId));
  await tellMentioned(ctx, { journey, row, mentioned: fresh });
  return only(await viewComments(ctx, [row]));
}

/** Resolving again changes neither the time nor the name. */
function resolution(ctx: Context, { resolvedAt }: CommentRow, resolved: boolean | undefined) {
  if (resolved === undefined || resolved === (resolvedAt !== null)) return {};
  return resolved ? { resolvedAt: new Date(), resolvedBy: authorOf(ctx) } : { resolvedAt: null, resolvedBy: null };
}

/** Deletes a comment with its answers: one's own, or as an owner any. */
export async function removeComment(ctx: Context, reference: string, commentId: string): Promise<void> {
  const journey = await findJourney(ctx, reference);
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockComment(tx, journey.id, requireId(commentId));
    const [shown] = row ? await viewComments(ctx, [row]) : [];
    if (!row || !shown) throw notFound("comment");
    if (!shown.mayDelete) throw forbidden("A comment is deleted by who wrote it, or by an owner.");
    await deleteComment(tx, row.id);
    await audit(tx, ctx, "comment.delete", journey.id, { comment: row.id });
  });
}

function requireId(id: string): string {
  if (!isUuid(id)) throw notFound("comment");
  return id.toLowerCase();
}
