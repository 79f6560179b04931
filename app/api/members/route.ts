import * as z from "zod";
import { one, route } from "#http";
import { addMember, InvitedMember, listMembers, Member, NewMember } from "#services/members";

const about = { path: "/api/members", tags: ["Workspace"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List members",
  response: one(z.array(Member)),
  handler: async ({ ctx }) => ({ data: await listMembers(ctx) }),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "owner",
  summary: "Add a member",
  description: "A member without a password gets a one-time sign-in link, which you pass on.",
  body: NewMember,
  status: 201,
  response: one(InvitedMember),
  handler: async ({ ctx, body }) => ({ data: await addMember(ctx, body) }),
});
