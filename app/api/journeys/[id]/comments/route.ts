import * as z from "zod";
import { IdParams, one, route } from "#http";
import { addComment, Comment, listComments, NewComment } from "#services/comments";

const about = { path: "/api/journeys/[id]/comments", tags: ["Journeys"], role: "viewer", params: IdParams } as const;

export const GET = route({
  ...about,
  method: "GET",
  summary: "List the comments of a journey and its steps",
  description: "With their answers, the oldest first. They stay when versions come and go.",
  response: one(z.array(Comment)),
  handler: async ({ ctx, params }) => ({ data: await listComments(ctx, params.id) }),
});

export const POST = route({
  ...about,
  method: "POST",
  summary: "Comment on a journey or a step",
  description: "Also for viewers. Members who are mentioned get a mail.",
  body: NewComment,
  status: 201,
  response: one(Comment),
  handler: async ({ ctx, params, body }) => ({ data: await addComment(ctx, params.id, body) }),
});
