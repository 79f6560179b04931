import { afterAll, beforeAll, expect, test } from "vitest";
import { type Channel, openChannels } from "#channels";
import { connect, type Database, isDatabaseAway } from "#db";
import { CuttingProxy } from "#db/testing";
import { auditAll } from "#services/audit";
import { createRuntime, drain, ingest, runOutbox, startEngine, tick, workerConnection } from "../index.ts";
import { accounts } from "../testing/accounts.ts";
import { cutEveryStatement } from "../testing/cut-every-statement.ts";
import { line } from "../testing/draw.ts";
import { RuntimeHarness, until } from "../testing/runtime-harness.ts";

const STEPS = [
  { name: "hello", type: "CONTENT", config: { contentType: "email" }, contentId: "mail" },
  { name: "tag", type: "ACTION", config: { operations: [{ type: "tag_user", tagName: "met" }] } },
  { name: "end", type: "EXIT" },
];
const silent = { report: () => {} };

let stage: RuntimeHarness;
let proxy: CuttingProxy;
let through: Database;
let people = 0;
beforeAll(async () => {
  stage = await RuntimeHarness.open();
  await stage.publish(line("in", STEPS));
  const opened = await CuttingProxy.open(stage.url);
  proxy = opened.proxy;
  // A transaction that nobody ends is given up sooner than in a real engine, so that the test is.
  const settings = { ...workerConnection.settings, idle_in_transaction_session_timeout: 500 };
  through = connect(opened.url, { max: 4, settings });
});
afterAll(async () => {
  await through.close();
  await proxy.close();
});

async function enter(count: number): Promise<void> {
  const items = Array.from({ length: count }, () => people++).flatMap((person) => [
    { userId: `u${person}`, type: "identify" as const, traits: { email: `u${person}@example.test` } },
    { userId: `u${person}`, type: "track" as const, event: "in" },
  ]);
  await ingest(
    stage.database,
    items.map((item) => ({ ...item, workspaceId: stage.workspaceId })),
  );
}

const settle = () => drain(createRuntime(stage.database, silent));

/** Everybody went the whole way once, has one message, and no check of the audit finds anything. */
async function expectSound(): Promise<void> {
  expect(await accounts(stage.database)).toMatchObject({
    ...{ people, enrollments: people, completed: people, positions: 0, inbox: 0, deliveries: people },
    ...{ repeatedVisits: 0, brokenPaths: 0, hops: people * 4, openVisits: 0 },
  });
  const { findings } = await auditAll(stage.database);
  expect(findings.filter(({ code }) => !/deliver|send/.test(code))).toEqual([]);
}

test("R1 R12 a connection cut before or after any statement of a batch loses and doubles nobody", async () => {
  const runtime = createRuntime(through, silent);
  const run = { proxy, prepare: () => enter(3), work: () => tick(runtime), settle };
  const before = await cutEveryStatement(run, "before");
  const after = await cutEveryStatement(run, "after");
  expect(Math.min(before.cuts, after.cuts)).toBeGreaterThan(15);
  expect(Math.min(before.failures, after.failures)).toBeGreaterThan(10);
  await expectSound();
}, 60_000);

test("R42 cut at any statement of a send, a message is handed over once, or its doubt is stored", async () => {
  const sent: string[] = [];
  const channels = openChannels({ defaultFrom: "Acme <hello@acme.example>" });
  const noting = (channel: Channel): Channel => ({
    ...channel,
    send: async (message) => {
      sent.push(message.idempotencyKey);
      return await channel.send(message);
    },
  });
  const counted = {
    ...channels,
    email: noting(channels.email),
    captures: { ...channels.captures, email: noting(channels.captures.email) },
  };
  const own = { clock: { kind: "database" as const }, channels: counted };
  const captured = async () =>
    (
      await stage.database.sql<{ key: string }[]>`
        select idempotency_key as key from deliveries where status = 'captured'`
    ).map(({ key }) => key);
  while ((await runOutbox({ ...own, database: stage.database })) > 0);
  const earlier = new Set(await captured());
  sent.length = 0;
  const run = {
    proxy,
    prepare: async () => {
      await enter(1);
      await settle();
    },
    work: () => runOutbox({ ...own, database: through }),
    settle: () => runOutbox({ ...own, database: stage.database }),
  };
  for (const mode of ["before", "after"] as const) expect((await cutEveryStatement(run, mode)).cuts).toBeGreaterThan(3);
  expect(sent.length).toBeGreaterThan(8);
  expect(new Set(sent).size).toBe(sent.length);
  // What was handed over is stored as such, or as in doubt until the lease of its sender ends; nothing else is stored as sent.
  const stored = (await captured()).filter((key) => !earlier.has(key));
  expect(stored.filter((key) => !sent.includes(key))).toEqual([]);
  const doubtful = await stage.database.sql<{ key: string }[]>`
    select idempotency_key as key from deliveries where status = 'sending'`;
  const told = new Set([...stored, ...doubtful.map(({ key }) => key)]);
  expect(sent.filter((key) => !told.has(key))).toEqual([]);
}, 60_000);

test("R12 an engine that is parted from the database holds nobody up, and doubles nothing when it is back", async () => {
  const runtime = createRuntime(through, silent);
  await enter(20);
  // Parted after its claim and before its end.
  proxy.arm(null);
  const parted = (async () => {
    while (proxy.statements < 6) await new Promise((resolve) => setImmediate(resolve));
    proxy.part();
  })();
  const batch = tick(runtime).then(
    () => "done",
    () => "failed",
  );
  await parted;
  expect(
    await until(async () => {
      await settle();
      return (await stage.count("enrollments", "status = 'completed'")) === people;
    }),
  ).toBe(true);
  proxy.heal();
  await batch;
  await settle();
  await expectSound();
});

test("a server without a free connection is away for a moment, not an error that stays", async () => {
  const own = await CuttingProxy.open(stage.url);
  own.proxy.isFull = true;
  const refused = connect(own.url, { max: 6 });
  await expect(refused.sql`select 1`.catch((error: unknown) => Promise.reject(isDatabaseAway(error)))).rejects.toBe(
    true,
  );
  const reports: string[] = [];
  const engine = startEngine(refused, { outbox: false, pollMs: 20, report: (message) => reports.push(message) });
  await enter(2);
  expect(await until(async () => reports.length > 0)).toBe(true);
  own.proxy.isFull = false;
  expect(await until(async () => (await stage.count("enrollments", "status = 'completed'")) === people)).toBe(true);
  await engine.stop();
  await refused.close();
  await own.proxy.close();
});
