import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type ApiFixture, apiFixture, type ServedApi, serveApi } from "#api/testing";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { runInTest } from "./testing/test-cli.ts";

let api: ApiFixture;
let served: ServedApi;

beforeAll(async () => {
  api = await apiFixture();
  served = await serveApi(api.database);
  return () => served.close();
});

it("login notes the server as a profile that only its owner can read, and later commands use it", async () => {
  const configDir = temporaryFolder();
  const line = `login --url ${served.url} --key ${api.secretKey} --profile shop`;
  expect(await runInTest(line, { configDir })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("the profile shop"),
  });
  const file = join(configDir, "profiles.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    current: "shop",
    profiles: { shop: { url: served.url, secretKey: api.secretKey } },
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await runInTest("logout", { configDir })).code).toBe(0);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ current: null, profiles: {} });
});

it("login takes the key from stdin, and asks on a terminal for what is missing", async () => {
  const piped = await runInTest(`login --url ${served.url} --key - --json`, { stdin: `${api.secretKey}\n` });
  expect(JSON.parse(piped.stdout)).toMatchObject({ url: served.url, role: "editor" });
  const answers = { text: async () => served.url, secret: async () => api.secretKey };
  expect((await runInTest("login", { isTTY: true, answers })).code).toBe(0);
  expect(await runInTest("login", { isTTY: true, answers: { text: async () => null } })).toMatchObject({
    code: 2,
    stderr: "Error: Cancelled: nothing was changed.\n",
  });
});

it("login with a key that the server does not know notes nothing", async () => {
  const configDir = temporaryFolder();
  const refused = await runInTest(`login --url ${served.url} --key sk_unknown`, { configDir });
  expect(refused).toMatchObject({ code: 4, stdout: "" });
  expect((await runInTest("logout", { configDir })).code).toBe(2);
});

it("login with --plan says what it would note, and notes nothing", async () => {
  const configDir = temporaryFolder();
  const planned = await runInTest(`login --plan --url ${served.url} --key ${api.secretKey}`, { configDir });
  expect(planned).toMatchObject({ code: 0, stdout: expect.stringContaining("Would note") });
  expect((await runInTest("logout", { configDir })).code).toBe(2);
});

it.each([
  ["an unknown flag", "login --nope", 2, "error: unknown option '--nope'"],
  ["an unknown command", "jurney list", 2, "error: unknown command 'jurney'"],
  ["a key of another kind", "login --url http://127.0.0.1:9 --key pk_x", 2, "A secret key begins with sk_."],
  ["an address that is none", "login --url nowhere --key sk_x", 2, "`url` is an http or https address"],
  ["a server that is away", "login --url http://127.0.0.1:9 --key sk_x", 1, "cannot be reached"],
  ["nothing in a pipe", "login", 2, "--url is needed."],
  ["nothing and --no-input", "login --no-input", 2, "--url is needed."],
  ["an unknown profile", "logout --profile nope", 2, "There is no profile nope."],
])("with %s the exit code and stderr say so", async (_name, line, code, text) => {
  const run = await runInTest(line);
  expect(run).toMatchObject({ code, stdout: "" });
  expect(run.stderr).toContain(text);
});

it("prints its version, and help that ends well", async () => {
  expect(await runInTest("--version")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  const help = await runInTest("--help");
  expect(help.code).toBe(0);
  expect(help.stdout).toContain("Exit codes: 0 done");
});
