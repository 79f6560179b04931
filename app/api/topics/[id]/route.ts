import { IdParams, one, route } from "#http";
import { findTopic, Topic, TopicPatch, updateTopic, viewTopic } from "#services/topics";

const about = { path: "/api/topics/[id]", tags: ["Consent"], params: IdParams };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "Get a topic",
  response: one(Topic),
  handler: async ({ ctx, params }) => ({ data: viewTopic(await findTopic(ctx, params.id)) }),
});

export const PATCH = route({
  ...about,
  method: "PATCH",
  role: "editor",
  summary: "Change a topic",
  description: "Only given fields. `archived: true` is refused with 409 while content names the topic.",
  body: TopicPatch,
  response: one(Topic),
  handler: async ({ ctx, params, body }) => ({ data: await updateTopic(ctx, params.id, body) }),
});
