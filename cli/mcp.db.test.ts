import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { writeProfiles } from "./profiles.ts";
import { cliFixture } from "./testing/cli-fixture.ts";

const cli = cliFixture();

const initialize = {
  ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "test", version: "1" } },
};
const listing = { jsonrpc: "2.0", id: 2, method: "tools/list" };
const stdin = [initialize, { jsonrpc: "2.0", method: "notifications/initialized" }, listing]
  .map((message) => `${JSON.stringify(message)}\n`)
  .join("");

type Answer = { id: number; result?: { tools?: { name: string }[] }; error?: { message: string } };
const answersIn = (stdout: string): Answer[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);

it("passes messages of stdin on to the server, and prints nothing but its answers", async () => {
  const run = await cli.sojourn("mcp", { stdin });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const answers = answersIn(run.stdout);
  expect(answers.map(({ id }) => id)).toEqual([1, 2]);
  expect(answers[1]?.result?.tools?.map(({ name }) => name)).toContain("list_journeys");
});

it("uses the key of the profile that is named", async () => {
  const configDir = mkdtempSync(join(tmpdir(), "sojourn-mcp-"));
  const wrong = { url: cli.url, secretKey: "sk_nobody_made_this" };
  writeProfiles(configDir, { current: null, profiles: { wrong } });
  const { stdout } = await cli.sojourn("mcp --profile wrong", { stdin, configDir });
  expect(answersIn(stdout)[0]).toEqual({
    ...{ jsonrpc: "2.0", id: 1 },
    error: { code: -32603, message: "The server answered 401." },
  });
});

it("ends with 4 where nobody is signed in", async () => {
  const env = { SOJOURN_SECRET_KEY: "", SOJOURN_URL: "" };
  expect(await cli.sojourn("mcp", { stdin, env })).toMatchObject({ code: 4, stdout: "" });
});

it("ends when it is interrupted", async () => {
  const abort = new AbortController();
  const waiting = new PassThrough();
  waiting.write(`${JSON.stringify(initialize)}\n`);
  const onStdout = () => abort.abort();
  const run = await cli.sojourn("mcp", { stdin: waiting, signal: abort.signal, onStdout });
  expect(answersIn(run.stdout)).toHaveLength(1);
});
