import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { buildCli, cliBundle } from "./build.ts";
import { cliFixture } from "./testing/cli-fixture.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const cli = cliFixture();
const home = temporaryFolder();

beforeAll(async () => {
  await buildCli();
});

function start(args: readonly string[], { flags = [], env: more = {} }: Started = {}) {
  const env = { ...cli.env, NODE_ENV: "production" as const, PATH: process.env.PATH ?? "", HOME: home, ...more };
  return spawn(process.execPath, [...flags, cliBundle, ...args], { cwd: home, env });
}

type Started = { readonly flags?: readonly string[]; readonly env?: Readonly<Record<string, string>> };

/** What a command loads: kilobytes of the published files, and Node's own modules. */
async function loadedBy(args: readonly string[]) {
  const record = join(home, "loads.json");
  const flags = ["--import", fileURLToPath(new URL("./testing/record-loads.mjs", import.meta.url))];
  const child = start(args, { flags, env: { RECORD_LOADS: record } });
  child.stdin.end();
  const [code] = await once(child, "exit");
  const { files, own }: { files: Record<string, number>; own: string[] } = JSON.parse(readFileSync(record, "utf8"));
  const bytes = Object.values(files).reduce((sum, size) => sum + size, 0);
  return { code, kilobytes: bytes / 1024, own: own.map((line) => line.split(" ").at(-1)) };
}

/** The published file in a process of its own, in an empty folder. */
async function run(args: readonly string[], stdin = "") {
  const child = start(args);
  child.stdin.end(stdin);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, stdout, stderr };
}

it("runs without anything beside it", async () => {
  expect(await run(["--version"])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: "",
  });
  expect((await run([])).code).toBe(2);
  const created = await run(["journey", "create", "--name", "Bundled", "--entry-event", "x", "--json"]);
  expect(created.code).toBe(0);
  expect(JSON.parse(created.stdout)).toMatchObject({ name: "Bundled", status: "draft" });
  expect((await run(["journey", "show", "jrn_none"])).code).toBe(5);
});

it("reads journeys in TypeScript with the builder that it brings", async () => {
  expect((await run(["init", "--format", "ts"])).code).toBe(0);
  expect(await run(["plan"])).toMatchObject({ code: 2, stdout: expect.stringContaining("create activation") });
  expect((await run(["apply", "--yes"])).code).toBe(0);
  expect(await run(["plan"])).toMatchObject({ code: 0, stdout: "0 to change, 1 unchanged\n" });
});

it("reads stdin, and asks nothing in a pipe", async () => {
  expect((await run(["events", "send", "--file", "-"], '{"userId": "ada", "event": "x"}\n')).code).toBe(0);
  const login = await run(["login", "--url", cli.url, "--key", "-"], `${cli.api.secretKey}\n`);
  expect(login).toMatchObject({ code: 0, stdout: expect.stringContaining("Signed in") });
});

it("ends well when its reader has seen enough", async () => {
  const child = start(["events", "tail"]);
  const [closed, ended] = [once(child.stdout, "close"), once(child, "exit")];
  child.stdout.once("data", () => child.stdout.destroy());
  cli.client.track("ada", "one");
  await cli.client.flush();
  await closed;
  cli.client.track("ada", "two");
  await cli.client.flush();
  expect(await ended).toEqual([0, null]);
});

/** What these load is nearly all of the time that they take. */
const BUDGETS: readonly [args: readonly string[], kilobytes: number][] = [
  [["--version"], 100],
  [["journey", "list"], 105],
  [["events", "send", "ada", "x"], 105],
  [["people", "show", "ada"], 105],
  [["journey", "show", "lean"], 400],
];

it("loads little to start, and never what makes fetch", async () => {
  await run(["journey", "create", "--name", "Lean", "--key", "lean", "--entry-event", "x"]);
  for (const [args, most] of BUDGETS) {
    const { code, kilobytes, own } = await loadedBy(args);
    expect({ args, code }).toEqual({ args, code: 0 });
    expect(kilobytes, args.join(" ")).toBeLessThan(most);
    expect(own).toContain("child_process");
    expect(own, args.join(" ")).not.toContain("internal/deps/undici/undici");
  }
});
