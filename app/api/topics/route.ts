import * as z from "zod";
import { one, route } from "#http";
import { createTopic, listTopics, NewTopic, Topic } from "#services/topics";

const about = { path: "/api/topics", tags: ["Consent"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List topics",
  description: "What people subscribe to, in the order of the preference page; archived ones are last.",
  response: z.object({ data: z.array(Topic) }),
  handler: async ({ ctx }) => ({ data: await listTopics(ctx) }),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "editor",
  summary: "Create a topic",
  body: NewTopic,
  status: 201,
  response: one(Topic),
  handler: async ({ ctx, body }) => ({ data: await createTopic(ctx, body) }),
});
