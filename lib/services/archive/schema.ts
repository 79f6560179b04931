import * as z from "zod";
import { Timestamp } from "#services";

const Purge = z.object({
  id: z.string(),
  keepDays: z.int().meta({ description: "The retention that held" }),
  until: Timestamp.meta({ description: "Messages queued before this time were purged" }),
  messages: z.int(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable().meta({ description: "When nothing older was left; null = it was interrupted" }),
});

export const Archive = z
  .object({
    keepDays: z
      .int()
      .nullable()
      .meta({ description: "`archive.keepDays` of the workspace’s settings; null = forever" }),
    deliveriesDays: z
      .int()
      .nullable()
      .meta({ description: "How long the installation keeps messages at all; null = forever" }),
    purges: z.array(Purge).meta({ description: "The latest 50 receipts, the newest first" }),
  })
  .meta({ id: "Archive" });
export type Archive = z.infer<typeof Archive>;
