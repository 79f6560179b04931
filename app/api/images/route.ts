import { many, one, route } from "#http";
import { Image, ImageQuery, listImages, NewImage, uploadImage } from "#services/images";

const about = { path: "/api/images", tags: ["Images"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List pictures for emails",
  query: ImageQuery,
  response: many(Image),
  handler: ({ ctx, query }) => listImages(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Upload a picture for emails",
  description: "PNG, JPEG, GIF or WebP by its bytes, 5 MB at most. The same picture is kept once.",
  body: NewImage,
  maxBytes: 8 * 1024 * 1024,
  status: 201,
  response: one(Image),
  handler: async ({ ctx, body }) => ({ data: await uploadImage(ctx, body) }),
});
