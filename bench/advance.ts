import { createRuntime } from "#runtime";
import { DAY_MS } from "#times";
import { line } from "../lib/runtime/testing/draw.ts";
import { publish } from "../lib/runtime/testing/publish.ts";
import { readWork, writeFloor } from "./advance-floor.ts";
import { enterPeople, workOff } from "./enter-people.ts";
import { machine, openGround } from "./ground.ts";
import { measure, measureBoth, takeTurns } from "./rounds.ts";

/**
 * Measures timers due → transitions committed, against the same rows written by the same statements without an engine.
 * Every signal causes two transitions: out of one wait, through a condition, into the next wait.
 */
const PEOPLE = Number(process.argv[2] ?? 60_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const WORKERS = 2;

const ground = await openGround();
const { database } = ground;
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
await enterPeople(ground, runtime, PEOPLE, clock);
await takeTurns({
  name: "advance: timers due → hops committed (2 hops a signal)",
  rounds: ROUNDS,
  amount: PEOPLE,
  unit: "signals",
  atLeast: 0.6,
  engine: () => {
    clock.at = new Date(clock.at.getTime() + DAY_MS + 60_000);
    return measureBoth(ground, PEOPLE, () => workOff(runtime, WORKERS));
  },
  floor: async () => {
    const rows = await readWork(database, clock.at.getTime());
    return await measure(() => writeFloor(database, rows, WORKERS));
  },
});
console.log(machine());
await ground.close();
