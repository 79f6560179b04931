import * as z from "zod";
import { isWorkspaceTimezone, JsonObject, UNKNOWN_TIMEZONE } from "#journey";
import { Moment } from "#services";

export const Workspace = z
  .object({
    id: z.string(),
    placeId: z.int(),
    name: z.string(),
    slug: z.string(),
    timezone: z.string(),
    isDemo: z.boolean(),
    settings: JsonObject,
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "Workspace" });
export type Workspace = z.infer<typeof Workspace>;

export const WorkspacePatch = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    timezone: z.string().max(64).refine(isWorkspaceTimezone, UNKNOWN_TIMEZONE),
    settings: JsonObject,
  })
  .partial();
export type WorkspacePatch = z.infer<typeof WorkspacePatch>;
