// Events of people on a Citus cluster until their first step: SOJOURN_CLUSTER_URL=postgres://… node bench/cluster.ts 30 100

import { setTimeout as sleep } from "node:timers/promises";
import { connect, type Database, isCluster, migrate, newId, shardOf } from "#db";
import { ingest, startEngine } from "#runtime";
import { schema } from "#store";
import { line } from "../lib/runtime/testing/draw.ts";
import { publish } from "../lib/runtime/testing/publish.ts";
import { machine, percentile, show } from "./ground.ts";

const [seconds = 30, rate = 100] = process.argv.slice(2).map(Number);
const url = process.env.SOJOURN_CLUSTER_URL;
if (!url) throw new Error("Set SOJOURN_CLUSTER_URL to the coordinator of a cluster (docs/scaling.md).");
const PATIENCE_MS = 180_000;

const database = connect(url, { max: 12 });
await migrate(database);
const where = (await isCluster(database)) ? "a cluster" : "one server";
const workspaceId = newId();
const own = { id: workspaceId, name: "Bench", slug: `bench-${workspaceId}` };
await database.orm.insert(schema.workspaces).values(own);
const siteId = newId();
await database.orm.insert(schema.sites).values({ id: siteId, workspaceId, name: "Website" });
const wait = { name: "wait", type: "WAIT", config: { duration: "30d" } };
await publish(database, { workspaceId, siteId }, line("in", [wait, { name: "end", type: "EXIT" }]));
const engine = startEngine(database, { url, outbox: false });

/** One event, sent again until it is stored, as every client does; how often it was refused. */
async function send(person: number): Promise<{ refused: number; personId: string | null }> {
  const item = { workspaceId, userId: `u${person}`, type: "track" as const, event: "in", properties: {} };
  const until = performance.now() + PATIENCE_MS;
  for (let refused = 0; ; refused++) {
    try {
      const [result] = await ingest(database, [{ ...item, messageId: `m${person}` }]);
      return { refused, personId: result?.personId ?? null };
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(500);
    }
  }
}

const started = performance.now();
const sending: ReturnType<typeof send>[] = [];
while (performance.now() - started < seconds * 1_000) {
  while (sending.length < ((performance.now() - started) / 1_000) * rate) sending.push(send(sending.length));
  await sleep(5);
}
const sent = await Promise.all(sending);
const people = sent.length;
const until = performance.now() + PATIENCE_MS;
while ((await countEnrolled(database)) < people && performance.now() < until) await sleep(200);

async function countEnrolled({ sql }: Database): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from positions where workspace_id = ${workspaceId}`;
  return row?.count ?? 0;
}

const steps = await database.sql<{ id: string; ms: number }[]>`
  select h.person_id as id, (extract(epoch from h.committed_at - e.received_at) * 1000)::float8 as ms
  from history h join events e on e.shard = h.shard and e.person_id = h.person_id
  where h.workspace_id = ${workspaceId}`;
await engine.stop();
const [enrolled, distinct] = [await countEnrolled(database), new Set(steps.map(({ id }) => id)).size];
const refused = sent.reduce((sum, one) => sum + one.refused, 0);
const shards = new Set(sent.flatMap(({ personId }) => (personId ? [shardOf(personId)] : []))).size;
const ms = steps.map((step) => step.ms);
console.log(
  `${machine()}, ${where}\n${show(people)} events at ${rate}/s of people in ${shards} shards; refused and sent again ${refused} times\n` +
    `event → start of its first step: p50 ${show(percentile(ms, 0.5))}, p95 ${show(percentile(ms, 0.95))}, at most ${show(Math.max(...ms))} ms\n` +
    `enrolled ${show(enrolled)}: lost ${people - distinct}, doubled ${enrolled - distinct}`,
);
await database.close();
if (enrolled !== people || distinct !== people) process.exitCode = 1;
