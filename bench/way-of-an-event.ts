import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Session } from "node:inspector/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { newId, openDatabase } from "#db";
import { createIngestDoor } from "#ingest-door";
import { createRuntime, tick } from "#runtime";
import { createKey } from "#services/accounts";
import { line } from "../lib/runtime/testing/draw.ts";
import { publish } from "../lib/runtime/testing/publish.ts";
import { openGround } from "./ground.ts";

/**
 * The files in which a function is called while one event goes from the door to the commit of its first step: a
 * `POST /api/track` of a new person that starts an enrollment, and the batch that reads it. The process has taken another
 * event before, so that what is read once is not counted. `--first` counts the first event of a process too.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const counts = new Session();
counts.connect();

const ground = await openGround();
const { workspaceId, siteId } = ground;
const database = openDatabase(ground.url);
await publish(ground.database, ground, line("in", [{ name: "wait", type: "WAIT", config: { duration: "1d" } }]));
const key = { workspaceId, siteId, kind: "secret", name: "Bench", createdBy: newId() } as const;
const { plain } = await createKey(database.orm, key);
const door = createIngestDoor({ database });
const server = createServer((request, response) => void door.nodeListener(request, response)).listen(0, "127.0.0.1");
await once(server, "listening");
const runtime = createRuntime(database);
await counts.post("Profiler.enable");
await counts.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });

const first = process.argv.includes("--first");
if (!first) {
  await track("first");
  await batch();
  await called();
}
await track("second");
const atTheDoor = await called();
await batch();
const inTheBatch = await called();

server.close();
server.closeAllConnections();
await database.close();
await ground.close();

print("door", atTheDoor);
print("batch", inTheBatch);
const files = new Set([...atTheDoor, ...inTheBatch].map(({ file }) => file));
const both = atTheDoor.filter(({ file }) => inTheBatch.some((other) => other.file === file));
process.stdout.write(`${files.size} files, ${both.length} of them in both\n`);

async function track(userId: string): Promise<void> {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const response = await fetch(`http://127.0.0.1:${port}/api/track`, {
    method: "POST",
    headers: { authorization: `Bearer ${plain}`, "content-type": "application/json" },
    body: JSON.stringify({ userId, event: "in", properties: { total: 12 }, messageId: userId }),
  });
  if (response.status !== 200) throw new Error(await response.text());
}

async function batch(): Promise<void> {
  const { history } = await tick(runtime);
  if (history !== 1) throw new Error(`${history} signals were processed`);
}

type Called = { readonly file: string; readonly functions: readonly string[] };

/** What was called since the last time it was asked. */
async function called(): Promise<Called[]> {
  const { result } = await counts.post("Profiler.takePreciseCoverage");
  const found = result.flatMap(({ url, functions }): Called[] => {
    if (!url.startsWith("file:")) return [];
    const file = relative(root, fileURLToPath(url));
    const names = functions
      .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
      .map((each) => each.functionName || "=>");
    return /^(lib|app)\//.test(file) && !file.includes("/testing/") && names.length > 0
      ? [{ file, functions: names }]
      : [];
  });
  return found.sort((one, other) => one.file.localeCompare(other.file));
}

function print(name: string, list: readonly Called[]): void {
  const lines = list.map(({ file, functions }) => {
    const length = readFileSync(file, "utf8").split("\n").length - 1;
    return `  ${file.padEnd(48)} ${String(length).padStart(4)} lines  ${[...new Set(functions)].join(" ")}\n`;
  });
  process.stdout.write(`${name}: ${list.length} files\n${lines.join("")}`);
}
