import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import type { Context, Scope } from "#services";
import { maskAnswer, maskingOf } from "#services/masking";
import { failureText } from "./failure-text.ts";
import type { Tool, ToolCaller } from "./tool.ts";
import { TOOLS } from "./tools.ts";

const VERSION = "1";
/** What callers without scopes may do here: agents read, unless a key says more. */
const USUAL: readonly Scope[] = ["read"];

/** The scopes with which somebody calls tools. */
export const scopesOf = ({ actor }: Context): readonly Scope[] => actor.scopes ?? USUAL;

/**
 * Answers one request of the Model Context Protocol, of either generation, for a caller who is known; `body` is the
 * parsed message. The tools of a caller never change, so that there is nothing to subscribe to.
 */
export function answerMcp(ctx: Context, request: Request, body: unknown): Promise<Response> {
  const caller = { ctx, scopes: scopesOf(ctx) };
  const handler = createMcpHandler(() => serverFor(caller), { maxSubscriptions: 0 });
  return handler.fetch(request, body === undefined ? {} : { parsedBody: body });
}

function serverFor(caller: ToolCaller): McpServer {
  const instructions = [
    "Sojourn runs customer journeys: people enter by events, segments or dates, wait, branch, and get messages.",
    `This caller has the scopes ${caller.scopes.join(", ")}; tools of other scopes are not listed.`,
    caller.scopes.includes("draft")
      ? "Change drafts freely, but publishing takes a person: hand in a plan with submit_plan and wait for its approval."
      : "It cannot change anything.",
  ].join(" ");
  const server = new McpServer({ name: "sojourn", version: VERSION }, { instructions });
  for (const [name, tool] of Object.entries(TOOLS))
    if (caller.scopes.includes(tool.scope)) addTool(server, caller, name, tool);
  return server;
}

function addTool(server: McpServer, caller: ToolCaller, name: string, tool: Tool): void {
  const { title, description, input: inputSchema, output: outputSchema, changes } = tool;
  const annotations = { readOnlyHint: !changes, destructiveHint: changes, openWorldHint: false };
  server.registerTool(name, { title, description, inputSchema, outputSchema, annotations }, async (input: unknown) => {
    try {
      const result = outputSchema.parse(await seenBy(caller, await tool.handler(caller, input), input));
      return { content: [{ type: "text", text: JSON.stringify(result) }], structuredContent: result };
    } catch (error) {
      return { content: [{ type: "text", text: failureText(name, error) }], isError: true };
    }
  });
}

/** A result without what is masked for the caller. */
async function seenBy({ ctx, scopes }: ToolCaller, result: unknown, input: unknown): Promise<unknown> {
  const masking = scopes.includes("personal") ? await maskingOf(ctx) : null;
  return masking === null ? result : await maskAnswer(ctx, masking, result, input);
}
