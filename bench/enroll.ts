import { setTimeout as sleep } from "node:timers/promises";
import { startEngine } from "#runtime";
import { draw } from "../lib/runtime/testing/draw.ts";
import { publish, queueOperation } from "../lib/runtime/testing/publish.ts";
import { emptyTables, keepRows, writeKept } from "./enroll-floor.ts";
import { machine, makeLogFiles, openGround } from "./ground.ts";
import { listEverybody, makePeople } from "./many-people.ts";
import { measure, measureBoth, takeTurns } from "./rounds.ts";

/**
 * Enrolls the audience of a journey, from the operation's row to the last person at the first wait, against `insert …
 * select` of the same rows. `node bench/enroll.ts 1000000 5` takes people and rounds; with `condition` behind them a
 * condition on a trait leads to one of two waits.
 */
const PEOPLE = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const HAS_CONDITION = process.argv[4] === "condition";
const LOG_FILES = 300;
const START = { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } } as const;
const wait = (name: string, duration: string) => ({ name, type: "WAIT", config: { duration } }) as const;

const ground = await openGround({ min_wal_size: "5GB", max_wal_size: "8GB" });
const { database, workspaceId } = ground;
await makePeople(ground, PEOPLE);
const segmentId = await listEverybody(ground);
const { journeyId } = await publish(
  database,
  ground,
  draw(
    HAS_CONDITION
      ? {
          nodes: [
            START,
            {
              name: "is pro",
              type: "CONDITION",
              config: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } },
            },
            wait("long", "30d"),
            wait("longer", "60d"),
          ],
          edges: [
            { from: "start", to: "is pro" },
            { from: "is pro", to: "long", branch: "TRUE" },
            { from: "is pro", to: "longer", branch: "FALSE" },
          ],
          audienceId: segmentId,
        }
      : { nodes: [START, wait("wait", "30d")], edges: [{ from: "start", to: "wait" }], audienceId: segmentId },
  ),
);
if (HAS_CONDITION)
  await database.sql`update people set traits = traits || '{"plan": "free"}' where get_byte(uuid_send(id), 9) < 128`;
await database.sql`vacuum analyze`;
await makeLogFiles(ground, LOG_FILES);
const engine = startEngine(database, { url: ground.url, outbox: false });
await takeTurns({
  name: `enroll: an audience of ${PEOPLE.toLocaleString("en")}${HAS_CONDITION ? " through a condition" : ""}`,
  rounds: ROUNDS,
  amount: PEOPLE,
  unit: "people",
  atLeast: 0.8,
  engine: async () => {
    await emptyTables(database);
    return await measureBoth(ground, PEOPLE, enrollAudience);
  },
  floor: async () => {
    await keepRows(database);
    return await measure(() => writeKept(database));
  },
});
await engine.stop();
console.log(machine());
await ground.close();

async function enrollAudience(): Promise<void> {
  const input = { segmentId, origin: "audience" };
  const id = await queueOperation(database, { workspaceId, journeyId, kind: "enroll", input });
  for (;;) {
    const [row] = await database.sql<{ over: boolean }[]>`
      select status = 'done' and not exists (select from inbox) as over from operations where id = ${id}`;
    if (row?.over) break;
    await sleep(50);
  }
  const [row] = await database.sql<{ parked: number }[]>`select count(*)::int as parked from positions`;
  if (row?.parked !== PEOPLE) throw new Error(`${row?.parked} of ${PEOPLE} people are in.`);
}
