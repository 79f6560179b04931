import * as z from "zod";
import { JourneyEdge, JourneyNode } from "#journey";
import { Moment } from "#services";

const Count = z.int();

export const JourneyStats = z
  .object({
    totals: z.object({
      enrolled: Count,
      active: Count,
      completed: Count,
      stopped: Count,
      failed: Count,
      converted: Count,
    }),
    nodes: z.array(
      z.object({
        nodeId: z.string(),
        name: z.string(),
        entered: Count,
        waiting: Count,
        advanced: Count,
        exited: Count,
        failed: Count,
        timeInNode: z
          .object({ p50: z.number().nullable(), p90: z.number().nullable(), mean: z.number().nullable() })
          .meta({ description: "Seconds, of the most recent visits" }),
      }),
    ),
    transitions: z.array(z.object({ edgeId: z.string(), name: z.string(), count: Count, rate: z.number() })),
  })
  .meta({ id: "JourneyStats" });
export type JourneyStats = z.infer<typeof JourneyStats>;

export const StatsQuery = z.object({ versionId: z.uuid("versionId must be the id of a version").optional() });

export const Day = z
  .object({
    day: z.iso.date(),
    enrolled: Count,
    completed: Count,
    stopped: Count,
    failed: Count,
    converted: Count,
  })
  .meta({ id: "JourneyDay" });
export type Day = z.infer<typeof Day>;

export const TimeseriesQuery = z.object({
  days: z
    .string()
    .regex(/^[0-9]{1,4}$/, "days must be a whole number")
    .transform(Number)
    .pipe(z.number().min(1, "days must be at least 1").max(366, "days must be at most 366"))
    .default(30),
});

export const Version = z
  .object({
    id: z.string(),
    number: z.int(),
    hash: z.string(),
    publishedBy: z.string().nullable(),
    createdAt: Moment,
    isCurrent: z.boolean(),
    people: z.int().meta({ description: "People inside who stand on this version" }),
    _count: z.object({ nodes: z.int(), edges: z.int(), enrollments: z.int(), active: z.int() }),
  })
  .meta({ id: "JourneyVersion" });
export type Version = z.infer<typeof Version>;

export const VersionDetail = Version.omit({ isCurrent: true, people: true, _count: true })
  .extend({ nodes: z.array(JourneyNode), edges: z.array(JourneyEdge) })
  .meta({ id: "JourneyVersionDetail" });
export type VersionDetail = z.infer<typeof VersionDetail>;
