import * as z from "zod";
import { IdParams, Nothing, noContent, one, route } from "#http";
import { Comment, CommentPatch, changeComment, removeComment } from "#services/comments";

const params = IdParams.extend({ commentId: z.uuid() });
const about = { path: "/api/journeys/[id]/comments/[commentId]", tags: ["Journeys"], role: "viewer", params } as const;

export const PATCH = route({
  ...about,
  method: "PATCH",
  summary: "Change, resolve or reopen a comment",
  description: "Its text is changed by who wrote it; everyone may resolve and reopen it.",
  body: CommentPatch,
  response: one(Comment),
  handler: async ({ ctx, params: { id, commentId }, body }) => ({
    data: await changeComment(ctx, id, commentId, body),
  }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  summary: "Delete a comment with its answers",
  description: "One's own, or, as an owner, any.",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params: { id, commentId } }) => {
    await removeComment(ctx, id, commentId);
    return noContent();
  },
});
