import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, openDatabase } from "#db";
import { createKey } from "#services/accounts";
import { serveApi } from "../app/api/testing/serve-api.ts";
import { buildCli, cliBundle } from "../cli/build.ts";
import { machine, openGround, percentile } from "./ground.ts";

/**
 * Measures how long commands of the built CLI take, from the start of the process to its end, against a local server.
 * `node -e 0` is the floor: nothing that Node runs is faster.
 */
const RUNS = Number(process.argv[2] ?? 10);
const SCENARIOS = {
  journey: "bench",
  scenarios: [{ name: "enters", trigger: { event: "x" }, expect: { status: "active" } }],
};
const LIMITS_MS = { version: 150, command: 250 };

const ground = await openGround();
const { workspaceId } = ground;
// The routes use the process's own connection.
const database = openDatabase(ground.url);
const key = await createKey(database.orm, { workspaceId, siteId: null, kind: "secret", name: "bench" });
const served = await serveApi(database);
const folder = await mkdtemp(join(tmpdir(), "sojourn-bench-cli-"));
const env = { ...process.env, SOJOURN_URL: served.url, SOJOURN_SECRET_KEY: key.plain };
await buildCli();

async function run(args: readonly string[], good: readonly number[] = [0]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { cwd: folder, env, stdio: "ignore" });
  const [code] = await once(child, "exit");
  if (!good.includes(code)) throw new Error(`${args.slice(1).join(" ")} ended with ${code}`);
  return performance.now() - started;
}

const sojourn = (line: string): string[] => [cliBundle, ...line.split(" ")];
await run(sojourn("journey create --name Bench --key bench --entry-event x --entry-node a"));
await run(sojourn("journey create --name Other --key other --entry-event x --entry-node a"));
await run(sojourn("events send ada x"));
await writeFile(join(folder, "people.csv"), "id,plan\nada,pro\n");
await run(sojourn("pull --format yaml bench"));
await writeFile(join(folder, "scenario.json"), JSON.stringify(SCENARIOS));

/** Every class of command; those that change something do the same each time, or reverse it in the next line. */
const LINES: readonly [line: string, ...good: number[]][] = [
  ["journey list"],
  ["journey show bench"],
  ["journey update bench --name Bench"],
  ["journey node list bench"],
  ["journey node add bench --name b --quiet"],
  ["journey transition add bench --from a --to b --on y"],
  ["journey transition list bench"],
  ["journey transition update bench a-to-b --after 2d"],
  ["journey transition remove bench a-to-b"],
  ["journey node update bench b --terminal"],
  ["journey node remove bench b"],
  ["journey create --name Gone --key gone --entry-event z --entry-node a"],
  ["journey archive gone --yes"],
  ["journey remove gone --yes"],
  ["journey activate other"],
  ["journey pause other --yes"],
  ["journey analytics bench"],
  ["events send ada x"],
  ["people show ada"],
  ["people timeline ada"],
  ["people import people.csv --plan"],
  ["why ada bench"],
  ["funnel bench"],
  ["overlap bench other"],
  ["preflight bench", 0, 3],
  ["simulate bench"],
  ["backtest bench"],
  ["audit"],
  ["export bench"],
  ["pull bench"],
  ["plan", 0, 2],
  ["drift", 0, 2],
  ["test scenario.json", 0, 1],
  ["types"],
  ["doctor", 0, 1],
  ["completion bash"],
];

let isSlow = false;
const print = (name: string, times: readonly number[], limit?: number): void => {
  const [median, p95] = [percentile([...times], 0.5), percentile([...times], 0.95)];
  const isOver = limit !== undefined && median > limit;
  isSlow ||= isOver;
  const about = limit === undefined ? "" : ` (limit ${limit})${isOver ? " OVER" : ""}`;
  process.stdout.write(
    `${name.padEnd(52)} median ${median.toFixed(0).padStart(4)} ms, p95 ${p95.toFixed(0)}${about}\n`,
  );
};

process.stdout.write(`${machine()}, ${RUNS} runs each\n`);
const floor: number[] = [];
const version: number[] = [];
const times = LINES.map((): number[] => []);
// In turn, so that a busy moment of the machine falls on all of them, and so that changes are reversed.
for (let n = 0; n < RUNS; n++) {
  floor.push(await run(["-e", "0"]));
  version.push(await run(sojourn("--version")));
  for (const [at, [line, ...good]] of LINES.entries())
    times[at]?.push(await run(sojourn(line), good.length === 0 ? [0] : good));
}
print("node -e 0", floor);
print("--version", version, LIMITS_MS.version);
for (const [at, [line]] of LINES.entries()) print(line, times[at] ?? [], LIMITS_MS.command);
await rm(folder, { recursive: true, force: true });
await served.close();
await closeDatabase();
await ground.close();
process.exitCode = isSlow ? 1 : 0;
