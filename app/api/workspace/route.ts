import { one, route } from "#http";
import { getWorkspace, updateWorkspace, Workspace, WorkspacePatch } from "#services/workspaces";

const about = { path: "/api/workspace", tags: ["Workspace"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get the caller's workspace",
  response: one(Workspace),
  handler: async ({ ctx }) => ({ data: await getWorkspace(ctx) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change the caller's workspace",
  body: WorkspacePatch,
  response: one(Workspace),
  handler: async ({ ctx, body }) => ({ data: await updateWorkspace(ctx, body) }),
});
