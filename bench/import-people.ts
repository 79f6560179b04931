import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { createRuntime, runOperations, startEngine } from "#runtime";
import type { Context } from "#services";
import { getPeopleImport, importPeople } from "#services/people-imports";
import { machine, openGround } from "./ground.ts";

/**
 * Imports a list of new people and the same list again: from the upload until the last row is stored by the operation.
 * `node bench/import-people.ts 100000` takes the number of people. Ends with 1 below 10,000 rows/s.
 * With `engine` behind it a whole engine runs, which works through the changes at the same time and on the same cores;
 * there is no floor for that.
 */
const PEOPLE = Number(process.argv[2] ?? 100_000);
const WITH_ENGINE = process.argv[3] === "engine";
const FLOOR = WITH_ENGINE ? 0 : 10_000;

const ground = await openGround();
const { database, workspaceId } = ground;
const engine = WITH_ENGINE ? startEngine(database, { outbox: false }) : null;
const runtime = createRuntime(database);
const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "bench", role: "owner" } };
const rows = Array.from(
  { length: PEOPLE },
  (_, index) => `person-${index},p${index}@people.example,Person ${index},pro,"vip, early",no`,
);
const csv = ["userId,email,name,plan,tags,opt-out", ...rows].join("\n");
let worst = Number.POSITIVE_INFINITY;
for (const round of ["new people", "the same again"]) {
  const began = performance.now();
  const spent = await ground.processorTime();
  let list = await importPeople(ctx, { csv });
  const uploaded = performance.now() - began;
  while (list.operation.finishedAt === null) {
    if (engine) await sleep(20);
    else await runOperations(runtime);
    list = await getPeopleImport(ctx, list.id);
  }
  const seconds = (performance.now() - began) / 1_000;
  const { created, updated, refused, operation } = list;
  if (operation.status !== "done" || refused > 0 || created + updated !== PEOPLE)
    throw new Error(`${operation.status}: ${created} created, ${updated} changed, ${refused} refused of ${PEOPLE}.`);
  const rate = Math.round(PEOPLE / seconds);
  worst = Math.min(worst, rate);
  const took = `${(uploaded / 1_000).toFixed(1)} s until the answer, ${seconds.toFixed(1)} s in all`;
  console.log(`import-people: ${round}: ${rate.toLocaleString("en")} rows/s (${took})`);
  if (engine) await settled();
  const used = await ground.processorTime();
  if (spent !== null && used !== null)
    console.log(
      `  ${Math.round(((used - spent) / PEOPLE) * 1_000_000)} µs of processor time a row, until all is settled`,
    );
}
const [count] = await database.sql<{ people: number }[]>`select count(*)::int as people from people`;
if (count?.people !== PEOPLE) throw new Error(`There are ${count?.people} people instead of ${PEOPLE}.`);
console.log(machine());
await engine?.stop();
await ground.close();
if (worst < FLOOR) {
  console.log(`below the floor of ${FLOOR.toLocaleString("en")} rows/s`);
  process.exitCode = 1;
}

/** Until the engine has worked through the changes, so that the next round does not pay for them. */
async function settled(): Promise<void> {
  for (;;) {
    const [row] = await database.sql<{ left: boolean }[]>`select exists (select from inbox) as left`;
    if (!row?.left) return;
    await sleep(200);
  }
}
