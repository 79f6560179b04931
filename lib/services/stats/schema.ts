import * as z from "zod";
import { HOLDOUT_ARMS } from "#engine";
import { Annotation, JourneyEdge, JourneyNode, withRules } from "#journey";
import { Timestamp } from "#services";

const Count = z.int();

const NodeStats = z.object({
  nodeId: z.string(),
  name: z.string(),
  type: z.string(),
  current: z
    .boolean()
    .meta({ description: "Whether the shown version has it: the requested version, else the published one" }),
  entered: Count,
  waiting: Count,
  advanced: Count,
  exited: Count,
  failed: Count,
  timeInNode: z
    .object({ p50: z.number().nullable(), p90: z.number().nullable(), mean: z.number().nullable() })
    .meta({ description: "Seconds, of the most recent visits" }),
  arrivals: z
    .object({ started: Count, connections: Count, moved: Count, other: Count })
    .meta({ description: "How people arrived; adds up to `entered`. `moved` by publishing, `other` by retrying" }),
  movedOut: Count.meta({ description: "Part of `exited`: people whom publishing moved to a step of another version" }),
  standing: z
    .array(z.object({ version: z.int(), waiting: Count }))
    .meta({ description: "`waiting` by the number of the version that people are on" }),
});

const TransitionStats = z.object({
  edgeId: z.string(),
  name: z.string(),
  count: Count,
  rate: z.number(),
  sourceNodeId: z.string(),
  targetNodeId: z.string(),
  branch: z.string().nullable(),
  current: z.boolean().meta({
    description:
      "False for a connection of other versions only; its id may now belong to a connection with another target",
  }),
});

export const JourneyStats = z
  .object({
    version: z.int().nullable().meta({ description: "The version that is counted; null for all versions" }),
    drawnVersion: z.int().nullable().meta({ description: "The version that `current` is about; null for the draft" }),
    currency: z.string().nullable().meta({ description: "Of the workspace, such as EUR; null = none is set" }),
    totals: z.object({
      enrolled: Count,
      active: Count,
      completed: Count,
      stopped: Count,
      failed: Count,
      converted: Count,
      value: z.number().meta({ description: "What the reached goals are worth, in `currency`" }),
      movedIn: Count.meta({
        description: "Part of `enrolled`: people whom publishing moved to the version; 0 for all versions",
      }),
      movedOut: Count.meta({
        description: "People whom publishing moved from the version to another; not in `enrolled`",
      }),
    }),
    nodes: z.array(NodeStats),
    transitions: z.array(TransitionStats),
  })
  .meta({ id: "JourneyStats" });
export type JourneyStats = z.infer<typeof JourneyStats>;

const HoldoutSide = z.object({
  side: z.enum(HOLDOUT_ARMS).meta({ description: "`no_marketing`: entered, and held out by the workspace" }),
  people: Count,
  converted: Count,
  rate: z.number(),
  interval: z.tuple([z.number(), z.number()]).meta({ description: "95 % interval of the rate" }),
  lift: z
    .object({ value: z.number(), interval: z.tuple([z.number(), z.number()]) })
    .nullable()
    .meta({ description: "How much more often those who entered reach the goal than this side, with a 95 % interval" }),
});

export const JourneyHoldout = z.object({ sides: z.array(HoldoutSide) }).meta({ id: "JourneyHoldout" });
export type JourneyHoldout = z.infer<typeof JourneyHoldout>;

/** One version by its number or its id; `all`, or nothing, for all together. */
export const StatsQuery = withRules(
  z.object({
    version: z
      .string()
      .max(9)
      .regex(/^([1-9][0-9]{0,8}|all)$/, "version must be the number of a version, or all")
      .optional(),
    versionId: z.uuid("versionId must be the id of a version").optional(),
  }),
  {
    holds: ({ version, versionId }) => version === undefined || versionId === undefined,
    error: "Give one of version and versionId",
    field: "version",
  },
);
export type StatsQuery = z.infer<typeof StatsQuery>;

export const Day = z
  .object({
    day: z.iso.date(),
    enrolled: Count,
    completed: Count,
    stopped: Count,
    failed: Count,
    converted: Count,
    value: z.number().meta({ description: "What the goals of the day are worth" }),
  })
  .meta({ id: "JourneyDay" });
export type Day = z.infer<typeof Day>;

export const Version = z
  .object({
    id: z.string(),
    number: z.int(),
    hash: z.string(),
    publishedBy: z.string().nullable(),
    name: z.string().nullable(),
    note: z.string().nullable(),
    createdAt: Timestamp,
    isCurrent: z.boolean(),
    people: z.int().meta({ description: "People inside who are on this version" }),
    movedIn: z.int().meta({ description: "Part of its enrollments: people whom publishing moved from other versions" }),
    movedOut: z
      .int()
      .meta({ description: "People whom publishing moved to other versions; not among its enrollments" }),
    _count: z.object({ nodes: z.int(), edges: z.int(), enrollments: z.int(), active: z.int() }),
  })
  .meta({ id: "JourneyVersion" });
export type Version = z.infer<typeof Version>;

const Label = (longest: number) => z.string().trim().max(longest).nullable().optional();

/** Null, or an empty text, takes a name or a note away. */
export const VersionLabel = z.strictObject({ name: Label(120), note: Label(2_000) });
export type VersionLabel = z.infer<typeof VersionLabel>;

export const VersionDetail = Version.omit({
  isCurrent: true,
  people: true,
  movedIn: true,
  movedOut: true,
  _count: true,
})
  .extend({ nodes: z.array(JourneyNode), edges: z.array(JourneyEdge), annotations: z.array(Annotation) })
  .meta({ id: "JourneyVersionDetail" });
export type VersionDetail = z.infer<typeof VersionDetail>;
