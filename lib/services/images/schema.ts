import * as z from "zod";
import { pageFields, Timestamp } from "#services";

export const IMAGE_BYTES = 5 * 1024 * 1024;

const Alt = z.string().trim().max(500, "may have 500 characters at most");
const Name = z.string().trim().min(1).max(255);

export const Image = z
  .object({
    id: z.string(),
    name: z.string(),
    alt: z.string().meta({ description: "What it says, for people who do not see it" }),
    type: z.enum(["png", "jpeg", "gif", "webp"]),
    bytes: z.int(),
    width: z.int(),
    height: z.int(),
    url: z.string().meta({ description: "The public address for mails" }),
    createdAt: Timestamp,
  })
  .meta({ id: "Image" });
export type Image = z.infer<typeof Image>;

export const NewImage = z.strictObject({
  name: Name,
  alt: Alt.default(""),
  content: z
    .base64()
    .max(Math.ceil((IMAGE_BYTES * 4) / 3) + 4, "may have 5 MB at most")
    .meta({ description: "The bytes in base64: PNG, JPEG, GIF or WebP" }),
});
export type NewImage = z.infer<typeof NewImage>;

export const ImagePatch = z.strictObject({ name: Name, alt: Alt }).partial();
export type ImagePatch = z.infer<typeof ImagePatch>;

export const ImageQuery = z.object({ ...pageFields, search: z.string().max(255).optional() });
export type ImageQuery = z.infer<typeof ImageQuery>;

export const DeleteImageQuery = z.object({
  anyway: z.enum(["true", "false"]).default("false").meta({ description: "Also while content shows it" }),
});
