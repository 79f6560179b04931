import { type Job, Logger, makeWorkerUtils, run } from "graphile-worker";
import { Pool } from "pg";
import { ACCEPT_MAIL, AT_ONCE, CONNECTIONS, readOrder, TIMEOUT_SECONDS, WAIT_SECONDS, walk } from "../plan.ts";

/**
 * A queue: waits are jobs with a time, and our own table stores who waits for what, because a queue has no state. Set
 * up for throughput as its documentation advises: many jobs fetched at once, completions batched.
 */
const { url, people } = readOrder();
const pgPool = new Pool({ connectionString: url, max: CONNECTIONS });
pgPool.on("error", console.error);
pgPool.on("connect", (client) => void client.on("error", console.error));
await pgPool.query(`
  create table walks (person int primary key, outcome text);
  create view ended as select person, outcome from walks where outcome is not null`);
const logger = new Logger(() => () => {});
const jobs = await makeWorkerUtils({ pgPool, logger });
await jobs.migrate();

const keyOf = (person: number) => `timeout ${person}`;
const after = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const personOf = (payload: unknown) => (payload as { person: number }).person;

const worker = await run({
  pgPool,
  preset: {
    worker: {
      concurrentJobs: AT_ONCE,
      localQueue: { size: 500, refetchDelay: { durationMs: 20 } },
      pollInterval: 100,
      completeJobBatchDelay: 0,
      logger,
    },
  },
  taskList: {
    send: async (payload, { addJob, query }): Promise<void> => {
      const person = personOf(payload);
      await query(ACCEPT_MAIL, [person]);
      const { rows } = await query<{ outcome: string | null }>(
        `insert into walks (person) values ($1)
         on conflict (person) do update set outcome = 'event' returning outcome`,
        [person],
      );
      if (rows[0]?.outcome) return;
      await addJob("timeout", { person }, { runAt: after(TIMEOUT_SECONDS), jobKey: keyOf(person) });
    },
    timeout: async (payload, { query }): Promise<void> => {
      await query("update walks set outcome = 'timeout' where person = $1 and outcome is null", [personOf(payload)]);
    },
  },
});

await walk(people, {
  enter: (batch): Promise<readonly Job[]> =>
    jobs.addJobs(batch.map((person) => ({ identifier: "send", payload: { person }, runAt: after(WAIT_SECONDS) }))),
  bring: (batch) =>
    pgPool.query(
      `with came as (
         insert into walks (person) select unnest($1::int[])
         on conflict (person) do update set outcome = 'event' where walks.outcome is null
         returning person, outcome
       )
       select graphile_worker.remove_job('timeout ' || person) from came where outcome is not null`,
      [batch],
    ),
  countEnded: async () => {
    const { rows } = await pgPool.query<{ ended: number }>(
      "select count(*)::int as ended from walks where outcome is not null",
    );
    return rows[0]?.ended ?? 0;
  },
  close: async () => {
    await worker.stop();
    await jobs.release();
    await pgPool.end();
  },
});
