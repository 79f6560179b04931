import * as z from "zod";
import { Timestamp } from "#services";

const Path = z
  .string()
  .max(200)
  .regex(/^\/[a-z0-9/_-]*$/, "path must be the path of a page, such as /deliveries");

/** Ranges and filters of a page under a name. */
export const SavedView = z
  .object({
    id: z.string(),
    name: z.string(),
    path: z.string(),
    query: z.string(),
    isShared: z.boolean().meta({ description: "Everyone in the workspace has it; else only who made it" }),
    mayDelete: z.boolean(),
    createdAt: Timestamp,
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof SavedView>;

export const NewSavedView = z.strictObject({
  name: z.string().trim().min(1, "Give the view a name").max(80, "At most 80 characters"),
  path: Path,
  query: z.string().max(2_000).meta({ description: "The page's query without the question mark" }),
  isShared: z.boolean().default(false),
});
export type NewSavedView = z.infer<typeof NewSavedView>;

export const SavedViewQuery = z.object({ path: Path.optional() });
export type SavedViewQuery = z.infer<typeof SavedViewQuery>;
