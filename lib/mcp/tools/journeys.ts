import * as z from "zod";
import { JsonObject, NODE_TYPES, NodeType, nodeKinds } from "#journey";
import { getJourney, Journey, JourneyDetail, listJourneys, validateJourney } from "#services/journeys";
import { Findings, JourneyName, listOf, pageInput, pageOf } from "../fields.ts";
import { tool } from "../tool.ts";

export const listJourneysTool = tool({
  title: "List journeys",
  description:
    "Journeys of the workspace with their status and how many people are in them; archived ones only if asked.",
  scope: "read",
  changes: false,
  input: z.strictObject({
    ...pageInput,
    status: z.enum(["DRAFT", "PUBLISHED", "PAUSED", "ARCHIVED"]).optional(),
    search: z.string().max(255).optional(),
  }),
  output: listOf(Journey),
  handler: ({ ctx }, { status, search, ...page }) => listJourneys(ctx, { ...pageOf(page), status, search }),
});

export const showJourneyTool = tool({
  title: "Show a journey",
  description:
    "A journey with its draft: nodes, edges, settings, goal. `revision` is what change_canvas and submit_plan ask for.",
  scope: "read",
  changes: false,
  input: z.strictObject({ journey: JourneyName }),
  output: z.object({ journey: JourneyDetail }),
  handler: async ({ ctx }, { journey }) => ({ journey: await getJourney(ctx, journey) }),
});

export const validateJourneyTool = tool({
  title: "Validate a draft",
  description: "Every problem of the saved draft at once; errors block publishing. Stores nothing.",
  scope: "read",
  changes: false,
  input: z.strictObject({ journey: JourneyName }),
  output: z.object({ problems: Findings, canPublish: z.boolean() }),
  handler: ({ ctx }, { journey }) => validateJourney(ctx, journey, undefined),
});

export const nodeKindsTool = tool({
  title: "Describe the kinds of node",
  description:
    "The kinds of node that a canvas may have: the JSON Schema of their config, and their exits as drawn first.",
  scope: "read",
  changes: false,
  input: z.strictObject({ type: NodeType.optional() }),
  output: z.object({
    kinds: z.array(z.object({ type: NodeType, exits: z.array(z.string()), config: JsonObject })),
  }),
  handler: async (_, { type }) => ({
    kinds: (type ? [type] : NODE_TYPES).map((one) => {
      const kind = nodeKinds[one];
      const node = { config: kind.defaults() } as Parameters<typeof kind.exits>[0];
      const config = z.toJSONSchema(kind.configSchema, { io: "input", unrepresentable: "any", cycles: "ref" });
      return { type: one, exits: kind.exits(node, { edges: [] }).map(({ key }) => key), config: { ...config } };
    }),
  }),
});
