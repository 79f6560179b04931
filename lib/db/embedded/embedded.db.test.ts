import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect } from "../client.ts";
import { type Embedded, findEmbedded, startEmbedded } from "./index.ts";
import { readPostmaster } from "./postmaster.ts";

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sojourn-embedded-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await until(() => readPostmaster(join(dataDir, "postgres")) === null);
  await rm(dataDir, { recursive: true, force: true });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("It did not come about within 20 s.");
    await sleep(20);
  }
}

async function ask(server: Embedded, question: string): Promise<unknown[]> {
  const database = connect(server.url, { max: 1 });
  try {
    return [...(await database.sql.unsafe(question))];
  } finally {
    await database.close();
  }
}

/** Another process that owns the data folder, as a running Sojourn does. */
async function startOwner(): Promise<ChildProcess> {
  const code = `const { startEmbedded } = await import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)});
    await startEmbedded(${JSON.stringify(dataDir)}); console.log("up"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let complaint = "";
  child.stderr.on("data", (part) => (complaint += part));
  await Promise.race([once(child.stdout, "data"), once(child, "close")]);
  if (child.exitCode !== null) throw new Error(complaint);
  return child;
}

test("what was written is there after a stop and a start", async () => {
  const first = await startEmbedded(dataDir);
  await ask(first, "create table kept as select 42 as answer");
  await first.stop();
  expect(findEmbedded(dataDir)).toBeNull();
  const second = await startEmbedded(dataDir);
  expect(await ask(second, "select answer from kept")).toEqual([{ answer: 42 }]);
  expect(findEmbedded(dataDir)).toBe(second.url);
  await second.stop();
});

test("a second start beside a live owner is refused and leaves the first alone", async () => {
  await startOwner();
  await expect(startEmbedded(dataDir)).rejects.toThrow(/already running/);
  const url = findEmbedded(dataDir);
  expect(url).not.toBeNull();
  expect(await ask({ url: url ?? "", stop: async () => {} }, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("after a kill -9 of the owner, committed rows are there and the folder can be started again", async () => {
  const owner = await startOwner();
  const url = findEmbedded(dataDir) ?? "";
  await ask({ url, stop: async () => {} }, "create table kept as select 'yes' as committed");
  owner.kill("SIGKILL");
  const next = await startEmbedded(dataDir);
  expect(await ask(next, "select committed from kept")).toEqual([{ committed: "yes" }]);
  await next.stop();
});

test("after a kill -9 of the database itself, it recovers", async () => {
  const owner = await startOwner();
  const url = findEmbedded(dataDir) ?? "";
  await ask({ url, stop: async () => {} }, "create table kept as select 'yes' as committed");
  process.kill(readPostmaster(join(dataDir, "postgres"))?.pid ?? 0, "SIGKILL");
  owner.kill("SIGKILL");
  const next = await startEmbedded(dataDir);
  expect(await ask(next, "select committed from kept")).toEqual([{ committed: "yes" }]);
  await next.stop();
});

test("two starts at the same moment on an empty folder end with one owner and nothing half made", async () => {
  const [here, elsewhere] = await Promise.allSettled([startEmbedded(dataDir), startOwner()]);
  expect((await readdir(dataDir)).filter((name) => name.includes("new-"))).toEqual([]);
  const refused = [here, elsewhere].filter((outcome) => outcome.status === "rejected");
  expect(refused.map((outcome) => String(outcome.reason))).toEqual([expect.stringMatching(/already running/)]);
  if (here.status === "fulfilled") await here.value.stop();
});
