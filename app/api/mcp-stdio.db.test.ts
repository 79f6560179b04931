import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKey } from "#services/accounts";
import { POST } from "./mcp/route.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { exit } from "./testing/steps.ts";
import { drawn, onEvent } from "./testing/walk.ts";

/** The bridge from stdin and stdout to the server, started as a program by a real client. */

let api: ApiFixture;
let server: Server;
let url: string;

beforeAll(async () => {
  api = await apiFixture();
  const listener = getRequestListener((request) => POST(request, { params: Promise.resolve({}) }), {
    overrideGlobalObjects: false,
  });
  server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function connect(
  key: string,
  at: string,
  options: ConstructorParameters<typeof Client>[1] = {},
): Promise<Client> {
  const client = new Client({ name: "test", version: "1" }, options);
  const env = { SOJOURN_URL: at, SOJOURN_SECRET_KEY: key };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: ["cli/mcp/stdio.ts"], env }));
  return client;
}

test.each([
  ["2025-11-25", {}],
  ["2026-07-28", { versionNegotiation: { mode: "auto" as const } }],
])("a client of protocol %s lists tools and calls several at once", async (_, options) => {
  const journey = await drawn(api, [onEvent("came"), exit]);
  const limited = { workspaceId: api.workspaceId, siteId: null, kind: "secret", name: "Agent" } as const;
  const { plain } = await createKey(api.database.orm, { ...limited, scopes: ["read"] });
  const client = await connect(plain, url, options);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain("show_journey");
  const call = (name: string) => client.callTool({ name, arguments: { journey: journey.id } });
  const answers = await Promise.all([call("show_journey"), call("validate_journey"), call("journey_stats")]);
  expect(answers.map(({ isError }) => isError ?? false)).toEqual([false, false, false]);
  expect(answers[0]?.structuredContent).toMatchObject({ journey: { id: journey.id } });
  await client.close();
});

test("a key that is wrong, and a server that is away, are said instead of being waited for", async () => {
  await expect(connect("sk_this_key_was_never_made_by_us", url)).rejects.toThrow(/401/);
  await expect(connect(api.secretKey, "http://127.0.0.1:9")).rejects.toThrow(/cannot be reached/);
});
