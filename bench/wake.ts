import { createRuntime, ingest } from "#runtime";
import { line } from "../lib/runtime/testing/draw.ts";
import { publish } from "../lib/runtime/testing/publish.ts";
import { addSignals, readWork, writeFloor } from "./advance-floor.ts";
import { enterPeople, workOff } from "./enter-people.ts";
import { machine, openGround } from "./ground.ts";
import { measure, measureBoth, takeTurns } from "./rounds.ts";

/**
 * Measures awaited events in the inbox → transitions committed, against the same rows written and inbox rows deleted by
 * the same statements without an engine. Every event causes two transitions: out of a wait, through a condition, into
 * the next wait.
 */
const PEOPLE = Number(process.argv[2] ?? 60_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const WORKERS = 2;

const ground = await openGround();
const { database, workspaceId } = ground;
const clock = { kind: "virtual" as const, at: new Date("2026-03-02T09:00:00Z") };
const runtime = createRuntime(database, { clock });

const waits = Array.from({ length: ROUNDS + 1 }, (_, index) => [
  { name: `wait_${index}`, type: "WAIT_FOR_EVENT", config: { eventName: `go_${index}`, timeout: "30d" } },
  {
    name: `check_${index}`,
    type: "CONDITION",
    config: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } },
  },
]);
await publish(database, ground, line("in", waits.flat()));
await enterPeople(ground, runtime, PEOPLE, clock);
await takeTurns({
  name: "wake: awaited events → hops committed (2 hops an event)",
  rounds: ROUNDS,
  amount: PEOPLE,
  unit: "events",
  atLeast: 0.6,
  engine: async (round) => {
    clock.at = new Date(clock.at.getTime() + 60_000);
    await track(`go_${round}`);
    await database.sql`create table kept as select * from inbox`;
    clock.at = new Date(clock.at.getTime() + 1_000);
    return await measureBoth(ground, PEOPLE, () => workOff(runtime, WORKERS));
  },
  floor: async () => {
    const rows = await readWork(database, clock.at.getTime());
    await database.sql`insert into inbox select * from kept`;
    await addSignals(database, rows);
    const took = await measure(() => writeFloor(database, rows, WORKERS));
    await database.sql`drop table kept`;
    return took;
  },
});
console.log(machine());
await ground.close();

async function track(event: string): Promise<void> {
  for (let from = 0; from < PEOPLE; from += 2_000) {
    const items = Array.from({ length: Math.min(2_000, PEOPLE - from) }, (_, index) => {
      return { workspaceId, userId: `u${from + index}`, type: "track" as const, event, properties: { source: "ads" } };
    });
    await ingest(database, items, { clock });
  }
}
