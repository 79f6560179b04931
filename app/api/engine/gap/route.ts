import { one, route } from "#http";
import { answerDowntime, Downtime, DowntimeAnswer, getDowntime } from "#services/downtime";

const shared = { path: "/api/engine/gap", tags: ["Engine"] } as const;

export const GET = route({
  ...shared,
  method: "GET",
  role: "viewer",
  summary: "Get the downtime that waits for a decision",
  response: one(Downtime.nullable()),
  handler: async ({ ctx }) => ({ data: await getDowntime(ctx) }),
});

export const POST = route({
  ...shared,
  method: "POST",
  role: "owner",
  summary: "Decide what happens to the steps that became overdue while no engine ran",
  body: DowntimeAnswer,
  response: one(Downtime.nullable()),
  handler: async ({ ctx, body }) => ({ data: await answerDowntime(ctx, body) }),
});
