import { DBOS } from "@dbos-inc/dbos-sdk";
import { Pool } from "pg";
import { ACCEPT_MAIL, AT_ONCE, CONNECTIONS, readOrder, TIMEOUT_SECONDS, WAIT_SECONDS, walk } from "../plan.ts";

/** Durable execution: one workflow per person, with every step stored before the next one. */
const { url, people } = readOrder();
const pool = new Pool({ connectionString: url, max: CONNECTIONS });
pool.on("error", console.error);
const quiet = { info: () => {}, debug: () => {}, warn: () => {}, error: console.error };

DBOS.setConfig({
  name: "compare",
  systemDatabaseUrl: url,
  systemDatabasePool: pool,
  logger: quiet,
});

const journey = DBOS.registerWorkflow(
  async (person: number): Promise<string> => {
    await DBOS.sleep(WAIT_SECONDS * 1_000);
    await DBOS.runStep(() => pool.query(ACCEPT_MAIL, [person]).then(() => {}), { name: "send" });
    const event = await DBOS.recv<string>("go", { timeoutSeconds: TIMEOUT_SECONDS });
    return event === null ? "timeout" : "event";
  },
  { name: "journey" },
);

await DBOS.launch();
await pool.query(`
  create view ended as
  select workflow_uuid::int as person, o.output::jsonb ->> 'json' as outcome
  from dbos.workflow_status left join dbos.workflow_output o using (workflow_uuid) where status = 'SUCCESS'`);

/** It starts one workflow per call; this many calls run at once. */
async function each(batch: readonly number[], work: (person: number) => Promise<unknown>): Promise<void> {
  const queue = batch.values();
  const worker = async () => {
    for (const person of queue) await work(person);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

await walk(people, {
  enter: (batch) => each(batch, (person) => DBOS.startWorkflow(journey, { workflowID: String(person) })(person)),
  bring: (batch) => each(batch, (person) => DBOS.send(String(person), "go", "go")),
  countEnded: async () => {
    const { rows } = await pool.query<{ ended: number }>(
      "select count(*)::int as ended from dbos.workflow_status where status = 'SUCCESS'",
    );
    return rows[0]?.ended ?? 0;
  },
  close: async () => {
    await DBOS.shutdown();
    await pool.end();
  },
});
