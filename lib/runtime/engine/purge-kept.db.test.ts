import { beforeAll, expect, test } from "vitest";
import { newId } from "#db";
import { schema } from "#store";
import { createRuntime, ingest } from "../index.ts";
import { line } from "../testing/draw.ts";
import { DAY, RuntimeHarness } from "../testing/runtime-harness.ts";
import { purgeKept } from "./purge-kept.ts";

let stage: RuntimeHarness;
beforeAll(async () => {
  stage = await RuntimeHarness.open();
});

const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const purge = () => purgeKept(createRuntime(stage.database, { report: () => {} }), Date.now());

async function keep(retention: Record<string, number>): Promise<void> {
  await stage.database.sql`
    update workspaces set settings = settings || jsonb_build_object('retention', ${JSON.stringify(retention)}::text::jsonb)
    where id = ${stage.workspaceId}`;
}

async function receipts(): Promise<readonly unknown[]> {
  return await stage.database.sql`
    select kind, rows, finished_at is not null as finished from retention_purges where rows > 0 order by kind, started_at`;
}

test("what a workspace keeps for a time goes after it, once, with a receipt a kind, and of nobody else", async () => {
  const { workspaceId, database } = stage;
  const { sql } = database;
  const other = newId();
  await database.orm.insert(schema.workspaces).values({ id: other, name: "Other", slug: other });
  await ingest(database, [{ workspaceId, userId: "ada", type: "identify" }]);
  for (const days of [40, 20])
    for (const of of [workspaceId, other]) {
      await sql`insert into events (shard, received_at, id, workspace_id, person_id, name, timestamp)
        select shard, ${ago(days)}, gen_random_uuid(), ${of}, id, 'app.old', now() from people`;
      await sql`insert into audit_log (id, workspace_id, actor, action, subject, at)
        values (gen_random_uuid(), ${of}, 'system:x', 'x.y', 'z', ${ago(days * 3)})`;
    }
  await purge();
  expect(await stage.count("events", "name = 'app.old'")).toBe(4);
  await keep({ events: 30, auditLog: 90, unknown: 1 });
  for (let run = 0; run < 2; run++) await purge();
  expect(await stage.count("events", `name = 'app.old' and workspace_id = '${workspaceId}'`)).toBe(1);
  expect(await stage.count("events", `name = 'app.old' and workspace_id = '${other}'`)).toBe(2);
  expect(await stage.count("audit_log", `action = 'x.y' and workspace_id = '${workspaceId}'`)).toBe(1);
  expect(await receipts()).toEqual([
    { kind: "auditLog", rows: 1, finished: true },
    { kind: "events", rows: 1, finished: true },
  ]);
  await keep({ events: 10 });
  await purge();
  expect(await stage.count("events", `name = 'app.old' and workspace_id = '${workspaceId}'`)).toBe(0);
});

test("old receipts of journeys go with the values that ended enrollments began with; their ways stay", async () => {
  const { database } = stage;
  const { sql } = database;
  const check = {
    name: "check",
    type: "CONDITION",
    config: { rules: { all: [{ field: "traits.plan", op: "eq", value: "pro" }] } },
  };
  const wait = { name: "wait", type: "WAIT", config: { duration: "900d" } };
  await stage.publish(line("short", [check, { name: "end", type: "EXIT" }]));
  await stage.publish(line("long", [check, wait, { name: "end", type: "EXIT" }]));
  await stage.give({ userId: "bob", type: "identify", traits: { plan: "pro" } });
  for (const event of ["short", "long"]) await stage.track("bob", event, { properties: { card: "4711" } });
  await stage.settle();
  const hops = async () =>
    (await sql<{ hops: { to: string }[] }[]>`select hops from history order by journey_id`).map((row) => row.hops);
  const before = await hops();
  expect(JSON.stringify(before)).toContain("pro");
  expect(await stage.count("enrollments", "trigger::text like '%4711%'")).toBe(2);
  await sql`update history set at = at - interval '40 days'`;
  await sql`update enrollments set enrolled_at = enrolled_at - interval '40 days', ended_at = ended_at - interval '40 days'`;
  await keep({ receipts: 30 });
  await purge();
  const after = await hops();
  expect(JSON.stringify(after)).not.toContain("receipt");
  expect(after.map((row) => row.map(({ to }) => to))).toEqual(before.map((row) => row.map(({ to }) => to)));
  expect(await stage.count("enrollments", "trigger::text like '%4711%' and status = 'completed'")).toBe(0);
  expect(await stage.count("enrollments", "trigger::text like '%4711%' and status = 'active'")).toBe(1);
});
