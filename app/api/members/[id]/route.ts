import { IdParams, Nothing, noContent, one, route } from "#http";
import { changeMember, Member, MemberPatch, removeMember } from "#services/members";

const about = { path: "/api/members/[id]", tags: ["Workspace"], params: IdParams };

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "owner",
  summary: "Give a member another role",
  body: MemberPatch,
  response: one(Member),
  handler: async ({ ctx, params, body }) => ({ data: await changeMember(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "owner",
  summary: "Remove a member",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await removeMember(ctx, params.id);
    return noContent();
  },
});
