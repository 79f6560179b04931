import * as z from "zod";
import { AGENT_LIMIT, readJson, requireSameOrigin, route } from "#http";
import { answerMcp } from "#mcp";

/** A large canvas has some 4 MB. */
const MAX_BYTES = 8 * 1024 * 1024;

export const POST = route({
  method: "POST",
  path: "/api/mcp",
  role: "viewer",
  summary: "Tools for agents (Model Context Protocol)",
  description:
    "Takes the messages of protocol 2026-07-28 and 2025-11-25, without sessions. A key's scopes decide which tools there are; without scopes, those that read.",
  tags: ["Agents"],
  limit: AGENT_LIMIT,
  response: z.looseObject({ jsonrpc: z.literal("2.0") }),
  handler: async ({ ctx, request }) => {
    requireSameOrigin(request);
    return answerMcp(ctx, request, await readJson(request, MAX_BYTES));
  },
});
