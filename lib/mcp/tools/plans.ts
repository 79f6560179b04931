import * as z from "zod";
import { getPlan, HandedIn, listPlans, Plan, PlanInput, PlanQuery, submitPlan } from "#services/plans";
import { JourneyName, listOf, pageInput, pageOf } from "../fields.ts";
import { tool } from "../tool.ts";

export const submitPlanTool = tool({
  title: "Hand in a plan to publish",
  description:
    "Asks a person to publish a draft. Stores whom it touches and a backtest; the person approves or rejects it under Plans. An agent cannot publish by itself. The plan is void when the draft moves or the counts drift: hand in another one.",
  scope: "draft",
  changes: true,
  input: PlanInput,
  output: HandedIn,
  handler: ({ ctx }, input) => submitPlan(ctx, input),
});

export const listPlansTool = tool({
  title: "List plans",
  description: "Plans and how they were decided, newest first.",
  scope: "read",
  changes: false,
  input: z.strictObject({ ...pageInput, status: PlanQuery.shape.status, journey: JourneyName.optional() }),
  output: listOf(Plan),
  handler: ({ ctx }, { status, journey, ...page }) => listPlans(ctx, { ...pageOf(page), status, journeyId: journey }),
});

export const showPlanTool = tool({
  title: "Show a plan",
  description: "One plan: pending, approved, rejected with a note, or void with what changed.",
  scope: "read",
  changes: false,
  input: z.strictObject({ planId: z.uuid() }),
  output: z.object({ plan: Plan }),
  handler: async ({ ctx }, { planId }) => ({ plan: await getPlan(ctx, planId) }),
});
