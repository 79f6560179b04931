import * as z from "zod";
import { one, route } from "#http";
import { ApiKey, createKey, KeyInput, listKeys, NewApiKey } from "#services/keys";

const about = { path: "/api/keys", tags: ["Workspace"] };

export const GET = route({
  ...about,
  method: "GET",
  role: "viewer",
  summary: "List API keys",
  description: "Those of the workspace for editors; personal ones for their member and for owners.",
  response: one(z.array(ApiKey)),
  handler: async ({ ctx }) => ({ data: await listKeys(ctx) }),
});

export const POST = route({
  ...about,
  method: "POST",
  role: "viewer",
  summary: "Create an API key; shown in full only here",
  description: "Keys of the workspace by owners; personal ones (`isPersonal`) by any member for themselves.",
  body: KeyInput,
  status: 201,
  response: one(NewApiKey),
  handler: async ({ ctx, body }) => ({ data: await createKey(ctx, body) }),
});
