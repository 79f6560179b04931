import { createRuntime, drain, ingest, type Runtime, tick } from "#runtime";
import { line } from "../lib/runtime/testing/draw.ts";
import { publish } from "../lib/runtime/testing/publish.ts";
import { readWork, writeFloor } from "./advance-floor.ts";
import { machine, openGround, percentile, show } from "./ground.ts";

/**
 * Timers due → hops committed, against the same rows written by the same statements without an engine.
 * Every signal moves a person two hops: out of one wait, through a condition, into the next wait.
 */
const PEOPLE = Number(process.argv[2] ?? 60_000);
const WORKERS = 2;
const ROUNDS = Number(process.argv[3] ?? 5);
const DAY = 86_400_000;

const ground = await openGround();
const { database, workspaceId } = ground;
const clock = { kind: "virtual" as const, at: new Date("2026-03-02T09:00:00Z") };
const runtime = createRuntime(database, { clock });

const waits = Array.from({ length: ROUNDS * 2 + 1 }, (_, index) => [
  { name: `wait_${index}`, type: "WAIT", config: { duration: "1d" } },
  {
    name: `check_${index}`,
    type: "CONDITION",
    config: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } },
  },
]);
await publish(database, ground, line("in", waits.flat()));
await enter();

const rounds: { engine: number; floor: number; ratio: number }[] = [];
for (let round = 1; round <= ROUNDS; round++) {
  clock.at = new Date(clock.at.getTime() + DAY + 60_000);
  const stepped = await measure(() => work(runtime));
  const rows = await readWork(database, clock.at.getTime());
  const bare = await measure(() => writeFloor(database, rows, WORKERS));
  rounds.push({ engine: PEOPLE / stepped, floor: PEOPLE / bare, ratio: bare / stepped });
  console.log(
    `round ${round}: engine ${show(PEOPLE / stepped)} signals/s (${show((2 * PEOPLE) / stepped)} hops/s), bare SQL ${show(PEOPLE / bare)} rows/s, ratio ${(bare / stepped).toFixed(2)}`,
  );
}
// Medians of rounds that take turns: on a shared machine a total says most about its worst minute.
const median = (of: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(of), 0.5);
console.log(
  `\nadvance, medians of ${ROUNDS}: ${show(median((round) => round.engine))} signals/s, ${show(2 * median((round) => round.engine))} hops/s; floor ${show(median((round) => round.floor))}; ratio ${median((round) => round.ratio).toFixed(2)} (at least 0.60)`,
);
console.log(machine());
await ground.close();

async function enter(): Promise<void> {
  for (let from = 0; from < PEOPLE; from += 2_000) {
    const items = Array.from({ length: Math.min(2_000, PEOPLE - from) }, (_, index) => {
      const person = { workspaceId, userId: `u${from + index}` };
      return [
        { ...person, type: "identify" as const, traits: { plan: "pro", name: "Somebody", city: "Lisbon" } },
        { ...person, type: "track" as const, event: "in", properties: { source: "ads" } },
      ];
    });
    await ingest(database, items.flat(), { clock });
  }
  await drain(runtime);
  await database.sql`vacuum analyze`;
}

async function work(shared: Runtime): Promise<void> {
  const worker = async () => {
    for (let idle = 0; idle < 2; ) idle = (await tick(shared)).idle ? idle + 1 : 0;
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

async function measure(run: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1_000;
}
