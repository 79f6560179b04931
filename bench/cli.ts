import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeDatabase, openDatabase } from "#db";
import { createKey } from "#services/accounts";
import { serveApi } from "../app/api/testing/serve-api.ts";
import { buildCli, cliBundle } from "../cli/build.ts";
import { machine, openGround, percentile } from "./ground.ts";

/** Measures how long commands of the built CLI take, from the start of the process to its end, against a local server. */
const RUNS = Number(process.argv[2] ?? 20);
const LIMITS_MS = { version: 150, command: 250 };

const ground = await openGround();
const { workspaceId } = ground;
// The routes use the process's own connection.
const database = openDatabase(ground.url);
const key = await createKey(database.orm, { workspaceId, siteId: null, kind: "secret", name: "bench" });
const served = await serveApi(database);
const env = { ...process.env, SOJOURN_URL: served.url, SOJOURN_SECRET_KEY: key.plain };
await buildCli();

async function run(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [cliBundle, ...args], { env, stdio: "ignore" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
  return performance.now() - started;
}

const create = ["journey", "create", "--name", "Bench", "--key", "bench", "--entry-event", "x", "--entry-node", "a"];
await run(create);
const lines: [string, string[], number][] = [
  ["--version", ["--version"], LIMITS_MS.version],
  ["journey list", ["journey", "list"], LIMITS_MS.command],
  ["journey show", ["journey", "show", "bench"], LIMITS_MS.command],
  ["journey update", ["journey", "update", "bench", "--name", "Bench"], LIMITS_MS.command],
  ["events send", ["events", "send", "ada", "x"], LIMITS_MS.command],
];
let isSlow = false;
process.stdout.write(`${machine()}\n`);
for (const [name, args, limit] of lines) {
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) times.push(await run(args));
  const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  isSlow ||= median > limit;
  process.stdout.write(
    `${name.padEnd(16)} median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (limit ${limit} ms)\n`,
  );
}
await served.close();
await closeDatabase();
await ground.close();
process.exitCode = isSlow ? 1 : 0;
