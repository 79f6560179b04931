import { setTimeout as sleep } from "node:timers/promises";
import { ingest, startEngine } from "#runtime";
import { MINUTE_MS } from "#times";
import { line } from "../../lib/runtime/testing/draw.ts";
import { publish } from "../../lib/runtime/testing/publish.ts";
import { type Ground, openGround, percentile, show } from "../ground.ts";
import { parkStrangers } from "../many-people.ts";
import { printRow } from "../rounds.ts";
import { expectClean, expectEqual, until } from "./expect.ts";

const OVER_SECONDS = 10;
const OTHERS = 30_000;

/**
 * One-minute waits among a million people who wait for another day. Measures how long after one minute since the entry
 * event the step out of the wait is committed, by the server's commit timestamps.
 */
export async function late(parked: number, people: number): Promise<void> {
  const ground = await openGround({ track_commit_timestamp: "on", max_wal_size: "4GB" });
  const { database } = ground;
  const wait = { name: "wait", type: "WAIT", config: { duration: "1m" } };
  const { journeyId } = await publish(database, ground, line("in", [wait, { name: "end", type: "EXIT" }]));
  const engine = startEngine(database, { url: ground.url, outbox: false, workers: 2 });
  await enter(ground, "model", 1);
  await until("the model waits", async () => (await count(ground, "positions")) === 1, 20);
  await parkStrangers(database, { journeyId }, parked);

  const slice = Math.ceil(people / OVER_SECONDS / 20);
  const started = performance.now();
  for (let from = 0; from < people; from += slice) {
    await enter(ground, `u${from}-`, Math.min(slice, people - from));
    await sleep(Math.max(0, started + ((from + slice) / people) * OVER_SECONDS * 1_000 - performance.now()));
  }
  await sleep(MINUTE_MS);
  const through = async () => (await count(ground, "enrollments where status = 'completed'")) === people + 1;
  await until("everyone is through", through, 100);
  expectEqual("still parked", { parked: await count(ground, "positions") }, { parked });
  const delays = await database.sql<{ ms: number }[]>`
    select extract(epoch from pg_xact_commit_timestamp(e.xmin) - v.received_at)::float8 * 1000 - ${MINUTE_MS} as ms
    from enrollments e join events v on v.person_id = e.person_id and v.name = 'app.in'`;
  await engine.stop();
  await database.sql`delete from positions p where not exists (select from enrollments e where e.shard = p.shard and e.id = p.enrollment_id)`;
  await expectClean(database);
  const ms = delays.map((row) => row.ms);
  expectEqual(
    "never early",
    { early: ms.filter((one) => one < 0).length, of: ms.length },
    { early: 0, of: people + 1 },
  );
  const [half, most, worst] = [percentile(ms, 0.5), percentile(ms, 0.99), Math.max(...ms)];
  printRow({
    name: `situation: ${show(people)} waits of a minute, ${show(parked)} parked: late by p50 / p99 / at most`,
    measured: `${show(half)} / ${show(most)} / ${show(worst)} ms`,
    against: `${show(OTHERS)} ms on average`,
    figure: `p99 ${show(most)} ms`,
    bound: "< 1,000 ms",
    met: most < 1_000,
  });
  await ground.close();
}

async function enter({ database, workspaceId }: Ground, name: string, people: number): Promise<void> {
  const items = Array.from({ length: people }, (_, index) => {
    return {
      workspaceId,
      userId: `${name}${index}`,
      type: "track" as const,
      event: "in",
      properties: { source: "ads" },
    };
  });
  await ingest(database, items);
}

async function count({ database }: Ground, what: string): Promise<number> {
  const [row] = await database.sql.unsafe<{ found: number }[]>(`select count(*)::int as found from ${what}`);
  return row?.found ?? 0;
}
