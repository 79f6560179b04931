import * as z from "zod";
import { DraftInput } from "../input.ts";

const Step = z.strictObject({
  nodeId: z.uuid().meta({ description: "A step of an older version" }),
  versionId: z.uuid().optional().meta({ description: "Only for this version; by default for all older versions" }),
  action: z.enum(["stay", "move", "exit"]),
  toNodeId: z
    .uuid()
    .optional()
    .meta({ description: "The target step; by default the step with the same id, else with the same name" }),
  timers: z
    .enum(["keep", "recompute"])
    .optional()
    .meta({ description: "For this step, instead of the setting for all" }),
});

/** The migration of people on older versions; people on steps that are not named stay (R35). */
export const Migration = z
  .strictObject({
    steps: z.array(Step).max(5_000),
    timers: z.enum(["keep", "recompute"]).optional().meta({
      description:
        "`keep`: a running timer of the same edge continues; `recompute`: all timers are recalculated. By default `recompute` for steps whose own wait changed, else `keep`",
    }),
    perMinute: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({ description: "People moved per minute; all at once by default" }),
  })
  .meta({ id: "Migration" });
export type Migration = z.infer<typeof Migration>;

const publishing = z.strictObject({
  migration: Migration.optional(),
  includePresent: z.boolean().optional().meta({
    description: "Also enrolls people who are already in a segment that triggers the journey (SEGMENT_ENTERED)",
  }),
  revision: z
    .int()
    .min(0)
    .optional()
    .meta({ description: "The expected revision of the draft, as in `If-Match`: 412 if it has changed" }),
});
export const PublishInput = publishing.optional();
export type PublishInput = z.infer<typeof PublishInput>;

/** The same, for a draft that is not saved yet. */
export const PreviewInput = publishing
  .extend({ draft: DraftInput.meta({ description: "In place of the saved draft; missing parts are taken from it" }) })
  .optional();
export type PreviewInput = z.infer<typeof PreviewInput>;
