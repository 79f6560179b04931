import { one, route } from "#http";
import { answerGap, Gap, GapAnswer, getGap } from "#services/gap";

const shared = { path: "/api/engine/gap", tags: ["Engine"] } as const;

export const GET = route({
  ...shared,
  method: "GET",
  role: "viewer",
  summary: "Whether engines wait to be told what becomes of the time they were away",
  response: one(Gap.nullable()),
  handler: async ({ ctx }) => ({ data: await getGap(ctx) }),
});

export const POST = route({
  ...shared,
  method: "POST",
  role: "owner",
  summary: "Say what becomes of what fell due while no engine ran",
  body: GapAnswer,
  response: one(Gap.nullable()),
  handler: async ({ ctx, body }) => ({ data: await answerGap(ctx, body) }),
});
