import { one, route, SplitParams } from "#http";
import { endPromotion, PromoteInput, promoteBranch, Split } from "#services/splits";

const path = "/api/journeys/[id]/splits/[nodeId]/promote";

export const POST = route({
  method: "POST",
  path,
  role: "editor",
  summary: "Promote a split's winner",
  description:
    "All new people take this path, except the holdout unless it is ended too. People already on a path keep it. Publishing the split with other paths or shares ends it.",
  tags: ["Analytics"],
  params: SplitParams,
  body: PromoteInput,
  response: one(Split),
  handler: async ({ ctx, params, body }) => ({ data: await promoteBranch(ctx, params.id, params.nodeId, body) }),
});

export const DELETE = route({
  method: "DELETE",
  path,
  role: "editor",
  summary: "Discard a split's promotion",
  tags: ["Analytics"],
  params: SplitParams,
  response: one(Split),
  handler: async ({ ctx, params }) => ({ data: await endPromotion(ctx, params.id, params.nodeId) }),
});
