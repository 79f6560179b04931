import * as z from "zod";
import { one, route } from "#http";
import { ApiKey, createKey, KeyInput, listKeys, NewApiKey } from "#services/keys";

const about = { path: "/api/keys", tags: ["Workspace"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "editor",
  summary: "List API keys",
  response: one(z.array(ApiKey)),
  handler: async ({ ctx }) => ({ data: await listKeys(ctx) }),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "owner",
  summary: "Create an API key; shown in full only here",
  body: KeyInput,
  status: 201,
  response: one(NewApiKey),
  handler: async ({ ctx, body }) => ({ data: await createKey(ctx, body) }),
});
