import * as z from "zod";
import { Annotation, GoalConfig, JourneyEdge, JourneyNode, JsonObject, PAUSE_MODES } from "#journey";
import { pageFields, Timestamp } from "#services";
import { Operation } from "#services/operations";
import { JourneySource } from "./source/schema.ts";

export const JourneyStatus = z.enum(["DRAFT", "PUBLISHED", "PAUSED", "ARCHIVED"]);
export const PauseMode = z.enum(PAUSE_MODES);

/** Names an audience or content item by id, key or number. */
export const LooseReference = z.union([z.string().min(1).max(255), z.int().nonnegative()]);

export const Problem = z
  .object({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    nodeId: z.string().nullable(),
    edgeId: z.string().nullable(),
    field: z.string().nullable(),
    pointer: z.string().meta({ description: "JSON pointer to the field: in `nodes` or `edges`, or in the journey" }),
    message: z.string(),
  })
  .meta({ id: "Problem" });

export const JourneyCount = z.object({ nodes: z.int(), edges: z.int(), enrollments: z.int(), active: z.int() });

export const Journey = z
  .object({
    id: z.string(),
    shortId: z.string(),
    number: z.int(),
    key: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    status: JourneyStatus,
    siteId: z.string(),
    audienceId: z.string().nullable(),
    settings: JsonObject,
    goalConfig: GoalConfig.nullable(),
    allowAnonymous: z.boolean(),
    pauseMode: PauseMode.nullable(),
    revision: z.int(),
    publishedVersion: z.object({ id: z.string(), number: z.int(), publishedAt: Timestamp }).nullable(),
    hasUnpublishedChanges: z.boolean(),
    source: JourneySource,
    createdAt: Timestamp,
    updatedAt: Timestamp,
    _count: JourneyCount,
  })
  .meta({ id: "Journey" });
export type Journey = z.infer<typeof Journey>;

export const JourneyDetail = Journey.extend({
  nodes: z.array(JourneyNode),
  edges: z.array(JourneyEdge),
  annotations: z.array(Annotation).meta({ description: "Notes and groups on the canvas; the engine ignores them" }),
  audience: z.object({ id: z.string(), name: z.string(), key: z.string(), number: z.int() }).nullable(),
}).meta({ id: "JourneyDetail" });
export type JourneyDetail = z.infer<typeof JourneyDetail>;

/** The answer to a save: the journey and its problems. */
export const SavedJourney = z.object({ data: JourneyDetail, warnings: z.array(Problem) });

/** The answer to publishing, with the operations that move people and enroll present members, if requested. */
export const PublishedJourney = SavedJourney.extend({ operation: Operation.nullable(), present: z.array(Operation) });

export const JourneyQuery = z.object({
  ...pageFields,
  status: JourneyStatus.optional(),
  siteId: z.uuid().optional(),
  search: z.string().max(255).optional(),
});
export type JourneyQuery = z.infer<typeof JourneyQuery>;

/** Archiving is the default; `permanent=true` deletes the journey with its enrollments. */
export const DeleteQuery = z.object({ permanent: z.enum(["true", "false"]).optional() });

export const ResumePreview = z
  .object({
    inside: z.int().meta({ description: "People who are in the journey" }),
    due: z.int().meta({
      description: "People with overdue steps or queued actions from the pause; the others keep waiting",
    }),
  })
  .meta({ id: "ResumePreview" });
export type ResumePreview = z.infer<typeof ResumePreview>;
