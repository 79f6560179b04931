// How long `/run` of the places API takes to answer, and when everybody is enrolled: node bench/run-place.ts 100000

import { eq } from "drizzle-orm";
import { startEngine } from "#runtime";
import type { Context } from "#services";
import { createPlaceJourney, runPlaceJourney } from "#services/places";
import { getWorkspace } from "#services/workspaces";
import { schema } from "#store";
import { machine, openGround, percentile, show } from "./ground.ts";
import { listEverybody, makePeople } from "./many-people.ts";

const people = Number(process.argv[2] ?? 100_000);
const ROUNDS = 5;

const ground = await openGround();
const { database, workspaceId } = ground;
const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "bench", role: "owner" } };
await makePeople(ground, people);
const segmentId = await listEverybody(ground);
await database.sql`vacuum analyze`;
const [segment] = await database.orm.select().from(schema.segments).where(eq(schema.segments.id, segmentId));
const { placeId } = await getWorkspace(ctx);
const made = await createPlaceJourney(ctx, placeId, { name: "Blast", trigger_event: "manual" });
const journeyId = Number(Object.keys(made["node.journey_definition"])[0]);
const include = { include_segment_ids: [segment?.number ?? 0] };

const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const began = performance.now();
  const { triggered } = await runPlaceJourney(ctx, { placeId, journeyId }, round === 0 ? undefined : include);
  times.push(performance.now() - began);
  if (triggered !== people) throw new Error(`${triggered} of ${people} were counted`);
}
await database.sql`update operations set status = 'cancelled' where created_at < (select max(created_at) from operations)`;

const engine = startEngine(database, { url: ground.url, outbox: false });
const began = performance.now();
const isOpen = async () =>
  (await database.sql`select from operations where status in ('waiting', 'running')`).length > 0;
while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 50));
const seconds = (performance.now() - began) / 1_000;
await engine.stop();
const [row] = await database.sql<{ count: number }[]>`select count(*)::int from enrollments where status = 'completed'`;
if (row?.count !== people) throw new Error(`${row?.count} of ${people} completed`);

process.stdout.write(
  `${machine()}\n/run for ${show(people)} people: answered in ${show(percentile(times, 0.5))} ms (slowest ${show(Math.max(...times))} ms)\n` +
    `all enrolled and completed after ${seconds.toFixed(1)} s: ${show(people / seconds)} a second\n`,
);
await ground.close();
