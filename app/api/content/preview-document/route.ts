import { one, route, TRIAL_LIMIT } from "#http";
import { DocumentPreview, DocumentPreviewInput, previewDocument } from "#services/content";

export const POST = route({
  method: "POST",
  path: "/api/content/preview-document",
  role: "editor",
  limit: TRIAL_LIMIT,
  summary: "Make unsaved content in pages ready for a person",
  tags: ["Content"],
  body: DocumentPreviewInput,
  response: one(DocumentPreview),
  handler: async ({ ctx, body }) => ({ data: await previewDocument(ctx, body) }),
});
