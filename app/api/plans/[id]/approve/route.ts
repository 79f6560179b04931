import { IdParams, route } from "#http";
import { PublishedJourney } from "#services/journeys";
import { ApproveInput, approvePlan, Plan } from "#services/plans";

export const POST = route({
  method: "POST",
  path: "/api/plans/[id]/approve",
  role: "editor",
  summary: "Approve a plan, which publishes it",
  description:
    "For a person, not for a key; by default not for who handed it in. 412, and the plan is void, if the draft was changed (`difference`) or the head-counts left their tolerance (`drift`).",
  tags: ["Plans"],
  params: IdParams,
  body: ApproveInput,
  response: PublishedJourney.omit({ data: true }).extend({ data: Plan }),
  handler: async ({ ctx, params, body }) => {
    const { data, published } = await approvePlan(ctx, params.id, body);
    return { ...published, data };
  },
});
