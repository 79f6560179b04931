import { setTimeout as sleep } from "node:timers/promises";
import { createRuntime, ingest, tick } from "#runtime";
import { lookBehind } from "../lib/runtime/look-behind.ts";
import { draw, line } from "../lib/runtime/testing/draw.ts";
import { publish } from "../lib/runtime/testing/publish.ts";
import { enterPeople, workOff } from "./enter-people.ts";
import { machine, openGround, percentile } from "./ground.ts";
import { parkStrangers } from "./many-people.ts";
import { printRow } from "./rounds.ts";

/**
 * Measures finding and processing 200 due people while 10 thousand others wait, while 10 million do, and while a
 * snapshot (such as a backup) is held open during a million steps. `node bench/waiting.ts 10000000 1000000`.
 */
const MANY = Number(process.argv[2] ?? 10_000_000);
const STEPS = Number(process.argv[3] ?? 1_000_000);
const SAMPLES = Number(process.argv[4] ?? 30);
const FEW = 10_000;
const PROBES = 200;
const HOPS = 20;

const ground = await openGround({ max_wal_size: "8GB" });
const { database, workspaceId } = ground;
const runtime = createRuntime(database);
const { journeyId } = await publish(
  database,
  ground,
  draw({
    nodes: [
      {
        name: "start",
        type: "TRIGGER",
        config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "probe" } },
      },
      { name: "wait", type: "WAIT", config: { duration: "1s" } },
      { name: "again", type: "WAIT", config: { duration: "1s" } },
    ],
    edges: [
      { from: "start", to: "wait" },
      { from: "wait", to: "again" },
      { from: "again", to: "wait" },
    ],
  }),
);
const probes = Array.from({ length: PROBES }, (_, index) => ({ workspaceId, userId: `probe${index}` }));
await ingest(
  database,
  probes.map((probe) => ({ ...probe, type: "track" as const, event: "probe" })),
);
await workOff(runtime, 1);
// As an engine does between batches.
const looking = setInterval(() => void lookBehind(runtime), 1_000);

await parkStrangers(database, { journeyId }, FEW);
const few = await claimTime();
const held = await database.sql.reserve();
await held`begin isolation level repeatable read`;
await held`select count(*) from positions`;
await step();
const behindSnapshot = await claimTime();
await held`rollback`;
held.release();
await database.sql`vacuum analyze`;
await parkStrangers(database, { journeyId }, MANY - FEW);
const many = await claimTime();

const ms = (value: number) => `${value.toFixed(1)} ms`;
const row = (name: string, seen: number, most: number) =>
  printRow({
    name,
    measured: ms(seen),
    against: `${ms(few)} with ${FEW.toLocaleString("en")} waiting`,
    figure: (seen / few).toFixed(2),
    bound: `≤ ${most.toFixed(2)}`,
    met: seen / few <= most,
  });
row(`waiting: ${PROBES} due among ${MANY.toLocaleString("en")} waiting`, many, 1.5);
row(`waiting: a snapshot held open through ${STEPS.toLocaleString("en")} steps`, behindSnapshot, 2);
console.log(machine());
clearInterval(looking);
await ground.close();

/** Median time to find and advance the probes, which become due every second. */
async function claimTime(): Promise<number> {
  const samples: number[] = [];
  await workOff(runtime, 1);
  while (samples.length < SAMPLES) {
    await sleep(1_300);
    const started = performance.now();
    for (let moved = 0; moved < PROBES; ) moved += (await tick(runtime)).timers;
    samples.push(performance.now() - started);
    await workOff(runtime, 1);
  }
  return percentile(samples, 0.5);
}

/** People who pass a series of one-second waits: one dead row per transition, in every hot table. */
async function step(): Promise<void> {
  const waits = Array.from({ length: HOPS }, (_, index) => {
    return { name: `wait_${index}`, type: "WAIT", config: { duration: "1s" } };
  });
  await publish(database, ground, line("in", [...waits, { name: "end", type: "EXIT" }]));
  const people = Math.ceil(STEPS / HOPS);
  await enterPeople(ground, runtime, people, runtime.clock);
  for (;;) {
    await workOff(runtime, 2);
    const [row] = await database.sql<{ left: number }[]>`
      select ${people} - count(*)::int as left from enrollments where status = 'completed'`;
    if ((row?.left ?? 0) <= 0) return;
    await sleep(100);
  }
}
