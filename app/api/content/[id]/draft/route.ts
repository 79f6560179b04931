import { IdParams, Nothing, noContent, one, route } from "#http";
import { ContentDraft, DraftInput, discardDraft, getDraft, saveDraft } from "#services/content";

const about = { path: "/api/content/[id]/draft", tags: ["Content"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get the draft of a content item",
  description: "`data` is null while there is none.",
  response: one(ContentDraft.nullable()),
  handler: async ({ ctx, params }) => ({ data: await getDraft(ctx, params.id) }),
});

export const PUT = route({
  ...about,
  method: "PUT",
  role: "editor",
  summary: "Save the draft of a content item",
  description: "People get it once it is published. Only given fields change.",
  body: DraftInput,
  response: one(ContentDraft),
  handler: async ({ ctx, params, body }) => ({ data: await saveDraft(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Discard the draft of a content item",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await discardDraft(ctx, params.id);
    return noContent();
  },
});
