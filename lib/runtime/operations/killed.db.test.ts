import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#db";
import { compile, PROGRAM_FORMAT } from "#engine";
import { schema } from "#store";
import { ingest } from "../index.ts";
import { line } from "../testing/draw.ts";
import { queueOperation, raiseRevision } from "../testing/publish.ts";
import { RuntimeHarness, until } from "../testing/runtime-harness.ts";

const PEOPLE = 2_000;
const PROGRAM = fileURLToPath(new URL("../testing/engine-process.ts", import.meta.url));

let stage: RuntimeHarness;
let engine: ChildProcess | undefined;
beforeAll(async () => {
  stage = await RuntimeHarness.open();
});
afterAll(() => engine?.kill("SIGKILL"));

async function start(): Promise<void> {
  engine = spawn(process.execPath, [PROGRAM, stage.url], { stdio: ["ignore", "pipe", "inherit"] });
  if (engine.stdout) await once(engine.stdout, "data");
}
async function kill(): Promise<void> {
  if (!engine) return;
  engine.kill("SIGKILL");
  await once(engine, "exit");
}
const finished = (id: string) => stage.count("operation_shards", `operation_id = '${id}' and finished`);
const isDone = (id: string) => async () => (await stage.count("operations", `id = '${id}' and status = 'done'`)) === 1;

/** Lets the operation run up to a point, kills the engine there, and lets another one finish it. */
async function killMidRun(id: string): Promise<void> {
  await start();
  await stage.database.sql.begin(async (holding) => {
    await holding`select from shards where shard < 16 for update`;
    await stage.database.sql`update operations set next_at = null where id = ${id}`;
    expect(await until(async () => (await finished(id)) === 48)).toBe(true);
    await kill();
  });
  expect(await isDone(id)()).toBe(false);
  await start();
  expect(await until(isDone(id), 30_000)).toBe(true);
  expect(await until(async () => (await stage.count("inbox")) === 0, 30_000)).toBe(true);
  await kill();
}

test("R15 an enrollment and a migration killed half-way continue where they were: everybody once, nobody missed", {
  timeout: 90_000,
}, async () => {
  const { workspaceId, database } = stage;
  const document = line("in", [
    { name: "wait", type: "WAIT", config: { duration: "10d" } },
    { name: "end", type: "EXIT" },
  ]);
  const { journeyId, versionId } = await stage.publish(document);
  const people = await ingest(
    database,
    Array.from({ length: PEOPLE }, (_, index) => ({ workspaceId, userId: `u${index}`, type: "identify" as const })),
  );
  const personIds = people.map((person) => person.personId ?? "");
  // The operations are delayed until the test holds the shards, so that the run is cut at the same place every time.
  const queue = async (kind: string, input: Record<string, unknown>) => {
    const id = await queueOperation(database, { workspaceId, journeyId, kind, input });
    await database.sql`update operations set next_at = now() + interval '1 day' where id = ${id}`;
    return id;
  };
  await killMidRun(await queue("enroll", { personIds }));
  expect(await stage.count("enrollments")).toBe(PEOPLE);

  const next = newId();
  const program = compile(document, { versionId: next, journeyId });
  const version = { id: next, workspaceId, journeyId, number: 2, document, program, programFormat: PROGRAM_FORMAT };
  await database.orm.insert(schema.versions).values({ ...version, hash: program.hash });
  await database.sql`update journeys set published_version_id = ${next} where id = ${journeyId}`;
  await raiseRevision(database);
  const wait = document.nodes.find((node) => node.name === "wait");
  const id = await queue("migrate", { toVersionId: next, steps: [{ nodeId: wait?.id, action: "move" }] });
  await killMidRun(id);
  expect(await stage.count("positions", `version_id = '${next}'`)).toBe(PEOPLE);
  expect(await stage.count("positions", `version_id = '${versionId}'`)).toBe(0);
  expect(await stage.count("history, json_array_elements(hops) as hop", "hop->>'cause' = 'migrate'")).toBe(PEOPLE);
  const [done] = await database.sql`select sum(done)::int as done from operation_shards where operation_id = ${id}`;
  expect(done).toEqual({ done: PEOPLE });
});
