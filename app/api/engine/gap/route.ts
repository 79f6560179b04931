import { one, route } from "#http";
import { answerDowntime, Downtime, DowntimeAnswer, getDowntime } from "#services/downtime";

const shared = { path: "/api/engine/gap", tags: ["Engine"] } as const;

export const GET = route({
  ...shared,
  method: "GET",
  role: "viewer",
  summary: "Whether engines wait to be told what becomes of the time they were away",
  response: one(Downtime.nullable()),
  handler: async ({ ctx }) => ({ data: await getDowntime(ctx) }),
});

export const POST = route({
  ...shared,
  method: "POST",
  role: "owner",
  summary: "Say what becomes of what fell due while no engine ran",
  body: DowntimeAnswer,
  response: one(Downtime.nullable()),
  handler: async ({ ctx, body }) => ({ data: await answerDowntime(ctx, body) }),
});
