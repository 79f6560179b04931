import { IdParams, Nothing, noContent, one, route } from "#http";
import { DeleteImageQuery, deleteImage, Image, ImagePatch, updateImage } from "#services/images";

const about = { path: "/api/images/[id]", tags: ["Images"], params: IdParams };

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change the name or the alt text of a picture",
  body: ImagePatch,
  response: one(Image),
  handler: async ({ ctx, params, body }) => ({ data: await updateImage(ctx, params.id, body) }),
});

export const DELETE = route({
  ...about,
  method: "DELETE",
  role: "editor",
  summary: "Delete a picture",
  description:
    "Refused with 409 while content shows it, unless `anyway=true`. Mails that show it show its alt text from then on, those that were sent too.",
  query: DeleteImageQuery,
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params, query }) => {
    await deleteImage(ctx, params.id, query.anyway === "true");
    return noContent();
  },
});
