import * as z from "zod";
import { PageMeta, pageFields } from "#services";

const Count = z.int();
const Rate = z.number().nullable().meta({ description: "0 to 1; null where there is nothing to take a share of" });

const MessageTotals = z.object({
  sent: Count,
  captured: Count.meta({ description: "Kept instead of sent, in test mode; in no other figure" }),
  delivered: Count,
  opened: Count,
  clicked: Count,
  bounced: Count,
  complained: Count,
  unsubscribed: Count,
  openRate: Rate,
  clickRate: Rate,
});

const Enrollments = z.object({
  enrolled: Count,
  active: Count,
  completed: Count,
  stopped: Count,
  failed: Count,
  converted: Count,
  value: z.number().meta({ description: "What the reached goals are worth, in `currency`" }),
});

/** A journey of the overview with its figures since it was created. */
export const OverviewJourney = Enrollments.extend({
  id: z.string(),
  name: z.string(),
  status: z.enum(["DRAFT", "PUBLISHED", "PAUSED", "ARCHIVED"]),
  version: z.int().nullable().meta({ description: "The number of the published version" }),
  hasGoal: z.boolean(),
  goalRate: Rate.meta({ description: "`converted` of `enrolled`, 0 to 1; null without a goal or enrollments" }),
  messages: MessageTotals,
}).meta({ id: "OverviewJourney" });
export type OverviewJourney = z.infer<typeof OverviewJourney>;

export const Overview = z
  .object({
    data: z.array(OverviewJourney),
    meta: PageMeta,
    totals: Enrollments.extend({ journeys: Count, messages: MessageTotals }).meta({
      description: "Of all journeys that match, not only of the page",
    }),
    currency: z.string().nullable().meta({ description: "Of the workspace, such as EUR; null = none is set" }),
  })
  .meta({ id: "Overview" });
export type Overview = z.infer<typeof Overview>;

const OVERVIEW_SORTS = [
  "name",
  "enrolled",
  "active",
  "completed",
  "failed",
  "goalRate",
  "sent",
  "openRate",
  "clickRate",
] as const;

export const OverviewQuery = z.object({
  ...pageFields,
  sort: z.enum(OVERVIEW_SORTS).default("active"),
  order: z.enum(["asc", "desc"]).optional().meta({ description: "By default names ascending and numbers descending" }),
  archived: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
});
export type OverviewQuery = z.infer<typeof OverviewQuery>;
