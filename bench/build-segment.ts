import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "#db";
import { startEngine } from "#runtime";
import { schema } from "#store";
import { queueOperation } from "../lib/runtime/testing/publish.ts";
import { machine, makeLogFiles, openGround, show } from "./ground.ts";
import { fillReads } from "./reads/fill.ts";
import { measureBoth } from "./rounds.ts";

/**
 * Segments of many people with three events each, built by rules: a trait, an event in the last 30 days, and an event with a
 * property, of which whole events have to be read. `node bench/build-segment.ts 1000000` takes people.
 */
const PEOPLE = Number(process.argv[2] ?? 1_000_000);
const RULES = {
  "by a trait": { all: [{ field: "traits.plan", op: "eq", value: "pro" }] },
  "by an event in 30 days": { all: [{ event: "order_paid", count: { gte: 1 }, within: "30d" }] },
  "by an event with a property": { all: [{ event: "order_paid", within: "30d", filter: { amount: 30 } }] },
};

const ground = await openGround({ min_wal_size: "3GB", max_wal_size: "6GB" });
const { database, workspaceId } = ground;
await fillReads(ground, PEOPLE);
await makeLogFiles(ground, 150);
const engine = startEngine(database, { url: ground.url, outbox: false });
for (const [name, rules] of Object.entries(RULES)) {
  const id = newId();
  await database.orm.insert(schema.segments).values({ id, workspaceId, key: id, name, kind: "rules", rules });
  await database.sql`update engine_config set revision = revision + 1`;
  const seconds = await measureBoth(ground, PEOPLE, () => build(id));
  const [row] = await database.sql<{ members: number }[]>`
    select count(*)::int as members from segment_members where segment_id = ${id}`;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${show(PEOPLE / seconds)} people/s, ${show(row?.members ?? 0)} are in it`,
  );
}
console.log(`${show(PEOPLE)} people, ${machine()}`);
await engine.stop();
await ground.close();

async function build(segmentId: string): Promise<void> {
  const operation = await queueOperation(database, { workspaceId, kind: "build_segment", input: { segmentId } });
  for (let isOver = false; !isOver; await sleep(50)) {
    const [row] = await database.sql<
      { over: boolean }[]
    >`select status = 'done' as over from operations where id = ${operation}`;
    isOver = row?.over ?? false;
  }
}
