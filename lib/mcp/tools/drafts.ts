import * as z from "zod";
import { JsonObject } from "#journey";
import { type FieldError, fieldError, invalid } from "#services";
import {
  CanvasInput,
  createJourney,
  getJourney,
  JourneyDetail,
  JourneyPatch,
  NewJourney,
  saveCanvas,
  updateJourney,
} from "#services/journeys";
import { listSites } from "#services/sites";
import { Findings, JourneyName } from "../fields.ts";
import { tool } from "../tool.ts";

const Nodes = z
  .array(JsonObject)
  .max(5_000)
  .meta({ description: "`{id?, type, name?, config, position?, contentId?}`; node_kinds describes config" });
const Edges = z.array(JsonObject).max(20_000).meta({
  description:
    "`{sourceNodeId, targetNodeId, branch?, weight?, trigger?}`; nodes by id, by name, or by their 0-based index",
});
const Saved = z.object({
  journey: JourneyDetail,
  warnings: Findings.meta({ description: "What is wrong with the draft; errors among them block publishing" }),
});
const Revision = z.int().min(0).meta({ description: "The revision that was looked at: refused if the draft moved on" });

/** The parsed input, or all that is wrong with it. */
function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const found = schema.safeParse(input);
  if (found.success) return found.data;
  const errors: FieldError[] = found.error.issues.map(({ path, message }) => fieldError(path, message));
  throw invalid("The input is not valid.", errors);
}

export const createJourneyTool = tool({
  title: "Create a draft",
  description:
    "A new journey as a draft, with its nodes and edges if given. Nobody enters it until a person approves a plan.",
  scope: "draft",
  changes: true,
  input: z.strictObject({
    name: z.string().min(1).max(255),
    description: z.string().max(10_000).optional(),
    siteId: z.uuid().optional().meta({ description: "By default the workspace's first site" }),
    nodes: Nodes.optional(),
    edges: Edges.optional(),
    settings: JsonObject.optional(),
  }),
  output: Saved,
  handler: async ({ ctx }, { siteId, ...input }) => {
    const [site] = siteId ? [] : (await listSites(ctx, { page: 1, limit: 1 })).data;
    const { data, warnings } = await createJourney(ctx, parsed(NewJourney, { ...input, siteId: siteId ?? site?.id }));
    return { journey: data, warnings };
  },
});

export const changeCanvasTool = tool({
  title: "Change the canvas of a draft",
  description:
    "Replaces all nodes and edges of a draft; keep the ids of nodes that stay, as people are at them. Running people stay on what is published.",
  scope: "draft",
  changes: true,
  input: z.strictObject({ journey: JourneyName, revision: Revision, nodes: Nodes, edges: Edges }),
  output: Saved,
  handler: async ({ ctx }, { journey, revision, nodes, edges }) => {
    const { data, warnings } = await saveCanvas(ctx, journey, parsed(CanvasInput, { nodes, edges }), revision);
    return { journey: data, warnings };
  },
});

export const changeSettingsTool = tool({
  title: "Change the settings of a draft",
  description:
    "Name, description, audience, settings, goal. Settings are replaced as a whole: show_journey has the present ones.",
  scope: "draft",
  changes: true,
  input: z.strictObject({
    journey: JourneyName,
    revision: Revision,
    name: z.string().min(1).max(255).optional(),
    description: z.string().max(10_000).nullable().optional(),
    audienceId: z.string().max(255).nullable().optional(),
    settings: JsonObject.optional(),
    goalConfig: JsonObject.nullable().optional(),
  }),
  output: Saved,
  handler: async ({ ctx }, { journey, revision, ...patch }) => {
    const { id } = await getJourney(ctx, journey);
    const { data, warnings } = await updateJourney(ctx, id, parsed(JourneyPatch, patch), revision);
    return { journey: data, warnings };
  },
});
