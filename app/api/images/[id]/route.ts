import { IdParams, Nothing, noContent, one, route } from "#http";
import { deleteImage, Image, ImagePatch, updateImage } from "#services/images";

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
  description: "Mails that show it show its alt text from then on, those that were sent too.",
  status: 204,
  response: Nothing,
  handler: async ({ ctx, params }) => {
    await deleteImage(ctx, params.id);
    return noContent();
  },
});
