import { many, route, TRIAL_LIMIT } from "#http";
import { HandedIn, listPlans, Plan, PlanInput, PlanQuery, submitPlan } from "#services/plans";

const about = { path: "/api/plans", tags: ["Plans"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List plans to publish",
  query: PlanQuery,
  response: many(Plan),
  handler: ({ ctx, query }) => listPlans(ctx, query),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Hand in a plan to publish a draft",
  description:
    "Stores the head-counts of the people whom publishing touches, and a backtest of the draft, for a person to decide. An older pending plan of the caller for the same journey becomes void.",
  limit: TRIAL_LIMIT,
  body: PlanInput,
  status: 201,
  response: HandedIn,
  handler: ({ ctx, body }) => submitPlan(ctx, body),
});
