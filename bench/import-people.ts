import { performance } from "node:perf_hooks";
import type { Context } from "#services";
import { importPeople } from "#services/people-imports";
import { machine, openGround } from "./ground.ts";

/**
 * Imports a list of new people and the same list again, in requests of 100,000 rows, without an engine: until the last
 * row is committed. `node bench/import-people.ts 100000` takes the number of people. Ends with 1 below 10,000 rows/s.
 */
const PEOPLE = Number(process.argv[2] ?? 100_000);
const FLOOR = 10_000;
const ROWS_A_REQUEST = 100_000;

const ground = await openGround();
const { database, workspaceId } = ground;
const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "bench", role: "owner" } };
const rows = Array.from(
  { length: PEOPLE },
  (_, index) => `person-${index},p${index}@people.example,Person ${index},pro,"vip, early",no`,
);
let worst = Number.POSITIVE_INFINITY;
for (const round of ["new people", "the same again"]) {
  const began = performance.now();
  let stored = 0;
  for (let from = 0; from < PEOPLE; from += ROWS_A_REQUEST) {
    const csv = ["userId,email,name,plan,tags,opt-out", ...rows.slice(from, from + ROWS_A_REQUEST)].join("\n");
    const { created, updated, refused } = await importPeople(ctx, { csv });
    if (refused > 0) throw new Error(`${refused} rows were refused.`);
    stored += created + updated;
  }
  if (stored !== PEOPLE) throw new Error(`${stored} of ${PEOPLE} people were stored.`);
  const rate = Math.round(PEOPLE / ((performance.now() - began) / 1_000));
  worst = Math.min(worst, rate);
  console.log(`import-people: ${round}: ${rate.toLocaleString("en")} rows/s`);
}
const [count] = await database.sql<{ people: number }[]>`select count(*)::int as people from people`;
if (count?.people !== PEOPLE) throw new Error(`There are ${count?.people} people instead of ${PEOPLE}.`);
console.log(machine());
await ground.close();
if (worst < FLOOR) {
  console.log(`below the floor of ${FLOOR.toLocaleString("en")} rows/s`);
  process.exitCode = 1;
}
