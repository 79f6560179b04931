import * as z from "zod";

const Step = z.strictObject({
  nodeId: z.uuid().meta({ description: "A step of an older version" }),
  versionId: z.uuid().optional().meta({ description: "Of this version only; without it, of every older one" }),
  action: z.enum(["stay", "move", "exit"]),
  toNodeId: z
    .uuid()
    .optional()
    .meta({ description: "Where to; without it the step of the same id, else of the same name" }),
  timers: z.enum(["keep", "recompute"]).optional().meta({ description: "For this step, in place of the plan's" }),
});

/** What becomes of people on older versions; steps that are not named stay as they are (R35). */
export const Migration = z
  .strictObject({
    steps: z.array(Step).max(5_000),
    timers: z.enum(["keep", "recompute"]).optional().meta({
      description:
        "`keep`: a running timer of the same edge goes on; `recompute`: all count anew. Without it `recompute` for steps whose own wait changed, else `keep`",
    }),
    perMinute: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({ description: "People moved a minute; all at once unless given" }),
  })
  .meta({ id: "Migration" });
export type Migration = z.infer<typeof Migration>;

export const PublishInput = z
  .strictObject({
    migration: Migration.optional(),
    includePresent: z.boolean().optional().meta({
      description:
        "Enrolls the people who are already in a segment whose entering (SEGMENT_ENTERED) starts the journey",
    }),
    revision: z
      .int()
      .min(0)
      .optional()
      .meta({ description: "The revision of the draft that is meant, as in `If-Match`: 412 if it has moved" }),
  })
  .optional();
export type PublishInput = z.infer<typeof PublishInput>;
