import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "#db";
import { createRuntime, type IngestItem, ingest, type Runtime, tick, workerConnection } from "#runtime";
import { type DrawnNode, draw, line } from "../../lib/runtime/testing/draw.ts";
import { publish } from "../../lib/runtime/testing/publish.ts";
import { type Ground, makeLogFiles, openGround, show } from "../ground.ts";
import { measureBoth, printRow } from "../rounds.ts";
import { expectClean, expectEqual } from "./expect.ts";

const WORKERS = 3;
const OTHERS = 140;
const BOUND = 100 * OTHERS;
const LOG_FILES = 180;
const SECOND: DrawnNode = { name: "wait", type: "WAIT", config: { duration: "1s" } };

/**
 * People move through a short journey: an event enrolls them, a condition on a trait selects one of two emails, they
 * wait a second, and it ends. Three workers, as in an engine process, from the first event they read until everyone has
 * completed.
 */
export async function walk(people: number): Promise<void> {
  await walkOnce(people, "with a wait of 1 s", [SECOND]);
  await walkOnce(people, "without the wait", []);
}

async function walkOnce(people: number, kind: string, wait: readonly DrawnNode[]): Promise<void> {
  const ground = await openGround({ min_wal_size: "3GB", max_wal_size: "6GB" });
  await makeLogFiles(ground, LOG_FILES);
  const pool = connect(ground.url, { ...workerConnection, max: WORKERS + 2 });
  const runtime = createRuntime(pool);
  await publish(ground.database, ground, journey(wait));
  await publish(ground.database, ground, line("stay", [{ name: "stay", type: "WAIT", config: { duration: "30d" } }]));
  await prepare(ground, runtime, people);
  await bring(ground, "u", people, "in");
  const rate = people / (await measureBoth(ground, people, () => untilOnly(people, ground, runtime)));
  await reckon(ground, people, 4 + wait.length);
  printRow({
    name: `situation: ${show(people)} people through a short journey ${kind}`,
    measured: `${show(rate)} people/s`,
    against: `${OTHERS} people/s`,
    figure: `${show(rate / OTHERS)} ×`,
    bound: `≥ ${BOUND / OTHERS} ×`,
    met: rate >= BOUND,
  });
  await pool.close();
  await ground.close();
}

function journey(wait: readonly DrawnNode[]) {
  const isPro = { all: [{ field: "traits.plan", op: "eq", value: "pro" }] };
  const mail = (name: string) => ({ name, type: "CONTENT", config: { contentType: "email" }, contentId: "mail" });
  const next = wait[0]?.name ?? "end";
  return draw({
    nodes: [
      { name: "start", type: "TRIGGER", config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "in" } } },
      { name: "check", type: "CONDITION", config: { rules: isPro } },
      mail("mail_pro"),
      mail("mail_free"),
      ...wait,
      { name: "end", type: "EXIT" },
    ],
    edges: [
      { from: "start", to: "check" },
      { from: "check", to: "mail_pro", branch: "TRUE" },
      { from: "check", to: "mail_free", branch: "FALSE" },
      { from: "mail_pro", to: next },
      { from: "mail_free", to: next },
      ...(wait.length > 0 ? [{ from: next, to: "end" }] : []),
    ],
  });
}

/**
 * Everyone `u…` is known already; as many others have completed before, and wait in another journey for a distant day.
 */
async function prepare(ground: Ground, runtime: Runtime, people: number): Promise<void> {
  for (const name of ["w", "u"]) {
    await takeIn(ground, people, (index) => ({
      userId: `${name}${index}`,
      type: "identify",
      traits: { plan: index % 2 === 0 ? "pro" : "free", email: `${name}${index}@example.com`, name: "Somebody" },
    }));
  }
  await bring(ground, "w", people, "stay");
  await untilOnly(people, ground, runtime);
  await bring(ground, "w", people, "in");
  await untilOnly(people, ground, runtime);
  await ground.database.sql`vacuum analyze`;
}

function bring(ground: Ground, name: string, people: number, event: string): Promise<void> {
  return takeIn(ground, people, (index) => {
    return { userId: `${name}${index}`, type: "track", event, properties: { source: "ads" } };
  });
}

async function takeIn(
  { database, workspaceId }: Ground,
  count: number,
  item: (index: number) => Omit<IngestItem, "workspaceId">,
): Promise<void> {
  for (let from = 0; from < count; from += 2_000) {
    const some = Array.from({ length: Math.min(2_000, count - from) }, (_, index) => item(from + index));
    await ingest(
      database,
      some.map((one) => ({ workspaceId, ...one })),
    );
  }
}

/** Runs all workers until the inboxes are empty and only the waiting people are left, by the counters. */
async function untilOnly(staying: number, { database }: Ground, runtime: Runtime): Promise<void> {
  let over = false;
  const worker = async () => {
    while (!over) {
      if (!(await tick(runtime)).idle) continue;
      const [row] = await database.sql<{ over: boolean }[]>`
        select not exists (select from inbox) and sum(enrolled - completed) = ${staying} as over from journey_counts`;
      over = row?.over ?? false;
      if (!over) await sleep(5);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

async function reckon({ database }: Ground, people: number, hops: number): Promise<void> {
  const [row] = await database.sql<Record<string, number>[]>`
    with walked as (
      select e.shard, e.id, p.traits ->> 'plan' as plan from enrollments e
      join people p on p.shard = e.shard and p.id = e.person_id
      where e.status = 'completed' and p.external_id like 'u%'
    )
    select (select count(*)::int from walked) as completed,
      (select count(*)::int from walked w join deliveries d on d.shard = w.shard and d.enrollment_id = w.id) as mails,
      (select count(distinct (w.plan, d.node_id))::int from walked w
        join deliveries d on d.shard = w.shard and d.enrollment_id = w.id) as kinds,
      (select sum(json_array_length(h.hops))::int from walked w
        join history h on h.shard = w.shard and h.enrollment_id = w.id) as hops`;
  expectEqual("walked", row, { completed: people, mails: people, kinds: 2, hops: people * hops });
  await expectClean(database);
}
