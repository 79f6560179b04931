import { Pool } from "pg";
import { PgBoss } from "pg-boss";
import { ACCEPT_MAIL, AT_ONCE, CONNECTIONS, readOrder, TIMEOUT_SECONDS, WAIT_SECONDS, walk } from "../plan.ts";

/**
 * A queue that is polled: waits are jobs with a time, and our own table stores who waits for what. Its shortest poll is half
 * a second; each poll takes a batch, whose jobs run 16 at a time and are completed together.
 */
const { url, people } = readOrder();
const POLL = { pollingIntervalSeconds: 0.5, batchSize: 500, localConcurrency: 2 };
const pool = new Pool({ connectionString: url, max: CONNECTIONS / 2 });
pool.on("error", console.error);
await pool.query(`
  create table walks (person int primary key, outcome text);
  create view ended as select person, outcome from walks where outcome is not null`);
const boss = new PgBoss({ connectionString: url, max: CONNECTIONS / 2, supervise: false, schedule: false });
boss.on("error", console.error);
await boss.start();
await boss.createQueue("send");
await boss.createQueue("timeout");

type Walk = { readonly person: number };
const after = (seconds: number) => new Date(Date.now() + seconds * 1_000);
/** Jobs are cancelled by their id, so the timeout of a person has an id made of the number. */
const timeoutOf = (person: number) => `00000000-0000-4000-8000-${String(person).padStart(12, "0")}`;

await boss.work<Walk>("send", POLL, async (jobs) => {
  const sent = jobs.map(({ data }) => data.person);
  const queue = sent.values();
  const mailer = async () => {
    for (const person of queue) await pool.query(ACCEPT_MAIL, [person]);
  };
  await Promise.all(Array.from({ length: AT_ONCE / POLL.localConcurrency }, mailer));
  const { rows } = await pool.query<{ person: number; outcome: string | null }>(
    `insert into walks (person) select unnest($1::int[])
     on conflict (person) do update set outcome = 'event' returning person, outcome`,
    [sent],
  );
  const waiting = rows.filter(({ outcome }) => outcome === null);
  await boss.insert(
    "timeout",
    waiting.map(({ person }) => ({ id: timeoutOf(person), data: { person }, startAfter: after(TIMEOUT_SECONDS) })),
  );
});
await boss.work<Walk>("timeout", POLL, async (jobs) => {
  await pool.query("update walks set outcome = 'timeout' where person = any($1::int[]) and outcome is null", [
    jobs.map(({ data }) => data.person),
  ]);
});

await walk(people, {
  enter: (batch) =>
    boss.insert(
      "send",
      batch.map((person) => ({ data: { person }, startAfter: after(WAIT_SECONDS) })),
    ),
  bring: async (batch) => {
    const { rows } = await pool.query<{ person: number }>(
      `insert into walks (person) select unnest($1::int[])
       on conflict (person) do update set outcome = 'event' where walks.outcome is null
       returning person`,
      [batch],
    );
    await boss.cancel(
      "timeout",
      rows.map(({ person }) => timeoutOf(person)),
    );
  },
  countEnded: async () => {
    const { rows } = await pool.query<{ ended: number }>(
      "select count(*)::int as ended from walks where outcome is not null",
    );
    return rows[0]?.ended ?? 0;
  },
  close: async () => {
    await boss.stop({ graceful: false });
    await pool.end();
  },
});
