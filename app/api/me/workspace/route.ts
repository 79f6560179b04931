import { one, Reply, route, workspaceCookie } from "#http";
import { chooseWorkspace, Me, WorkspaceChoice } from "#services/me";

export const PUT = route({
  method: "PUT",
  path: "/api/me/workspace",
  role: "viewer",
  withoutSecondFactor: true,
  summary: "Switch the workspace",
  description: "Remembered in the cookie `sojourn_workspace`.",
  tags: ["Workspace"],
  body: WorkspaceChoice,
  response: one(Me),
  handler: async ({ ctx, body, request }) => {
    const secure = new URL(request.url).protocol === "https:";
    const cookie = workspaceCookie(body.workspaceId, secure);
    return new Reply({ data: await chooseWorkspace(ctx, body) }, { headers: { "set-cookie": cookie } });
  },
});
