import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "#db";
import { ingest, startEngine } from "#runtime";
import { schema } from "#store";
import { draw, line } from "../lib/runtime/testing/draw.ts";
import { publish, queueOperation } from "../lib/runtime/testing/publish.ts";
import { machine, makeLogFiles, openGround, percentile, show } from "./ground.ts";
import { listEverybody, makePeople } from "./many-people.ts";
import { printRow } from "./rounds.ts";

/**
 * What people who do something now feel of bulk work (R50): the time from an event's commit to the commit of its first step,
 * at ten events a second, idle, while an audience is enrolled, and while a segment is built; and how fast the bulk work is
 * beside them, against its own speed alone. `node bench/fairness.ts 1000000` takes people. Ends with 1 above twice the idle
 * p95, or below half of the speed alone.
 */
const PEOPLE = Number(process.argv[2] ?? 1_000_000);
const PER_SECOND = 10;
const IDLE_SAMPLES = 100;
const MOST_RATIO = 2;
const LEAST_SHARE = 0.5;

const ground = await openGround({ track_commit_timestamp: "on", min_wal_size: "3GB", max_wal_size: "6GB" });
const { database, workspaceId } = ground;
await makePeople(ground, PEOPLE);
const segmentId = await listEverybody(ground);
await publish(database, ground, line("in", [{ name: "wait", type: "WAIT", config: { duration: "1d" } }]));
const parked = draw({
  nodes: [
    { name: "start", type: "TRIGGER", config: { triggerType: "MANUAL", triggerConfig: {} } },
    { name: "wait", type: "WAIT", config: { duration: "30d" } },
  ],
  edges: [{ from: "start", to: "wait" }],
  audienceId: segmentId,
});
const journeys = [await publish(database, ground, parked), await publish(database, ground, parked)];
const built = [await rules(), await rules()];
await makeLogFiles(ground, 150);
await database.sql`vacuum analyze`;
const engine = startEngine(database, { url: ground.url, outbox: false });

await live(20);
const idle = percentile(await live(IDLE_SAMPLES), 0.95);
console.log(`idle: first step p95 ${idle.toFixed(1)} ms`);
let isFair = true;
const enroll = { kind: "enroll", input: { segmentId, origin: "audience" } };
await compare("enroll", (turn) => ({ ...enroll, journeyId: journeys[turn]?.journeyId ?? "" }));
await compare("build a segment", (turn) => ({ kind: "build_segment", input: { segmentId: built[turn] } }));
console.log(`${show(PEOPLE)} people, ${machine()}`);
await engine.stop();
await ground.close();
process.exitCode = isFair ? 0 : 1;

type Queued = Omit<Parameters<typeof queueOperation>[1], "workspaceId">;

async function compare(name: string, queued: (turn: number) => Queued): Promise<void> {
  const alone = await bulk(queued(0));
  const waits: number[] = [];
  let isOver = false;
  const watching = live(Number.POSITIVE_INFINITY, () => isOver, waits);
  const beside = await bulk(queued(1));
  isOver = true;
  await watching;
  const [p50, p95] = [percentile(waits, 0.5), percentile(waits, 0.95)];
  const ratio = p95 / idle;
  const share = beside / alone;
  isFair &&= ratio <= MOST_RATIO && share >= LEAST_SHARE;
  printRow({
    name: `fairness: first step while bulk work runs (${name}), p50 / p95`,
    measured: `${p50.toFixed(1)} / ${p95.toFixed(1)} ms of ${waits.length}; bulk ${show(beside)} people/s`,
    against: `${idle.toFixed(1)} ms p95 idle; bulk alone ${show(alone)}`,
    figure: `${ratio.toFixed(1)} × idle; bulk ${share.toFixed(2)}`,
    bound: `≤ ${MOST_RATIO} ×; ≥ ${LEAST_SHARE}`,
    met: ratio <= MOST_RATIO && share >= LEAST_SHARE,
  });
}

/** People a second of an operation, from its row to its end. */
async function bulk(queued: Queued): Promise<number> {
  const began = performance.now();
  const id = await queueOperation(database, { workspaceId, ...queued });
  for (;;) {
    const [row] = await database.sql<
      { over: boolean }[]
    >`select status = 'done' as over from operations where id = ${id}`;
    if (row?.over) return (PEOPLE * 1_000) / (performance.now() - began);
    await sleep(50);
  }
}

/** An event of a new person each time, and how long its first step took in ms, by the server's commit timestamps. */
async function live(count: number, isOver: () => boolean = () => false, waits: number[] = []): Promise<number[]> {
  const people: string[] = [];
  for (let index = 0; index < count && !isOver(); index += 1) {
    const next = sleep(1_000 / PER_SECOND);
    const [result] = await ingest(database, [{ workspaceId, userId: newId(), type: "track", event: "in" }]);
    people.push(result?.personId ?? "");
    await next;
  }
  for (let left = people; left.length > 0; await sleep(50)) {
    const rows = await database.sql<{ id: string; ms: number }[]>`
      select distinct on (events.person_id) events.person_id as id,
        extract(epoch from pg_xact_commit_timestamp(history.xmin) - pg_xact_commit_timestamp(events.xmin))::float8 * 1000 as ms
      from events join history on history.shard = events.shard and history.person_id = events.person_id
      where events.person_id = any(${left}::uuid[]) and events.name = 'app.in'`;
    waits.push(...rows.map(({ ms }) => ms));
    const done = new Set(rows.map(({ id }) => id));
    left = left.filter((id) => !done.has(id));
  }
  return waits;
}

/** A segment by a trait that nobody has been asked for yet. */
async function rules(): Promise<string> {
  const id = newId();
  const conditions = { all: [{ field: "traits.city", op: "eq", value: "Lisbon" }] };
  await database.orm
    .insert(schema.segments)
    .values({ id, workspaceId, key: id, name: "From Lisbon", kind: "rules", rules: conditions });
  return id;
}
