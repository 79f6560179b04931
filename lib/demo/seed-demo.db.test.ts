import { beforeAll, describe, expect, it } from "vitest";
import { type Database, newId } from "#db";
import { testDatabase } from "#db/testing";
import type { Context } from "#services";
import { auditAll } from "#services/audit";
import { listDeliveries } from "#services/deliveries";
import { listEnrollments } from "#services/enrollments";
import { getOverview, getStats, getTimeseries, listVersions, messageFigures } from "#services/stats";
import { schema } from "#store";
import { seedDemo } from "./index.ts";

const SMALL = { people: 120, days: 60 };
let database: Database;
let owner: string;

beforeAll(async () => {
  database = (await testDatabase()).database;
  owner = await ownerWithWorkspace(database);
  expect(await seedDemo(database, SMALL)).toBe("seeded");
}, 180_000);

async function ownerWithWorkspace(on: Database): Promise<string> {
  const userId = newId();
  const workspaceId = newId();
  await on.orm
    .insert(schema.users)
    .values({ id: userId, email: "owner@example.com", name: "Owner", emailVerified: true });
  await on.orm.insert(schema.workspaces).values({ id: workspaceId, name: "Own", slug: "own" });
  await on.orm.insert(schema.members).values({ workspaceId, userId, role: "owner" });
  return userId;
}

const count = async (table: string) =>
  (await database.sql<{ n: number }[]>`select count(*)::int as n from ${database.sql(table)}`)[0]?.n ?? -1;

type Row = Awaited<ReturnType<typeof getOverview>>["data"][number];

const figuresIn = ({ enrolled, active, completed, stopped, failed, converted, messages }: Row) => ({
  ...{ enrolled, active, completed, stopped, failed, converted, sent: messages.sent, captured: messages.captured },
});

/** The figures of a journey as each of its other pages has them; these have to agree with one another. */
async function figuresOf(ctx: Context, id: string): Promise<ReturnType<typeof figuresIn>> {
  const [stats, versions, days, figures] = await Promise.all([
    getStats(ctx, id),
    listVersions(ctx, id),
    getTimeseries(ctx, id, { days: 90 }),
    messageFigures(ctx, id, {}),
  ]);
  const { enrolled, active, completed, stopped, failed, converted } = stats.totals;
  for (const { name, entered, waiting, advanced, exited, failed: lost, arrivals } of stats.nodes) {
    expect([name, entered]).toEqual([name, waiting + advanced + exited + lost]);
    expect([name, entered]).toEqual([name, arrivals.started + arrivals.connections + arrivals.moved + arrivals.other]);
  }
  const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
    items.reduce((total, item) => total + of(item), 0);
  expect(sum(stats.nodes, ({ waiting }) => waiting)).toBe(active);
  expect(enrolled).toBe(active + completed + stopped + failed);
  expect(sum(versions, ({ _count }) => _count.enrollments)).toBe(enrolled);
  expect(sum(days, (day) => day.enrolled)).toBe(enrolled);
  expect(sum(days, (day) => day.completed)).toBe(completed);
  const listed = async (status: "ACTIVE" | "COMPLETED" | "STOPPED" | "FAILED") =>
    (await listEnrollments(ctx, id, { page: 1, limit: 1, status })).meta.total;
  expect([await listed("ACTIVE"), await listed("COMPLETED")]).toEqual([active, completed]);
  expect([await listed("STOPPED"), await listed("FAILED")]).toEqual([stopped, failed]);
  const messages = { sent: sum(figures, ({ sent }) => sent), captured: sum(figures, ({ captured }) => captured) };
  return { enrolled, active, completed, stopped, failed, converted, ...messages };
}

describe("the demo's history", () => {
  it("has its people, five published journeys, and nothing left to do", async () => {
    expect(await count("people")).toBe(SMALL.people);
    expect(await count("inbox")).toBe(0);
    const journeys = await database.sql`
      select j.key, count(e.id)::int as enrollments, count(e.id) filter (where e.status = 'completed')::int as completed
      from journeys j join enrollments e on e.journey_id = j.id where j.status = 'published' group by 1`;
    expect(journeys.map((row) => row.key).sort()).toEqual([
      "cart-recovery",
      "team-onboarding",
      "trial-conversion",
      "welcome-series",
      "win-back",
    ]);
    for (const journey of journeys) expect(journey.enrollments).toBeGreaterThan(0);
    const [due] =
      await database.sql`select count(*)::int as n from positions where wake_at < now() - interval '1 minute'`;
    expect(due?.n).toBe(0);
  });

  it("obeys the engine: every visit is waiting, advanced, exited or failed", async () => {
    const rows = await database.sql`
      select c.element_id, sum(entered)::int as entered, sum(advanced + exited + failed)::int as left,
        (select count(*)::int from positions p where p.shard between 0 and 63 and p.node_id = c.element_id) as waiting
      from node_counts c where exists (
        select 1 from journeys j, jsonb_array_elements(j.canvas -> 'nodes') n where (n ->> 'id')::uuid = c.element_id)
      group by 1`;
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) expect(row.entered).toBe(row.left + row.waiting);
  });

  it("says the same number wherever it stands: overview, tiles, steps, versions, days, lists and messages", async () => {
    const [demo] = await database.sql<{ id: string }[]>`select id from workspaces where is_demo`;
    const actor = { kind: "user", id: owner, role: "owner" } as const;
    const ctx: Context = { database, workspaceId: demo?.id ?? "", actor };
    const all = { page: 1, limit: 100, sort: "name", order: undefined, archived: true } as const;
    const { data, totals } = await getOverview(ctx, all);
    expect(data).toHaveLength(5);
    for (const row of data) expect(await figuresOf(ctx, row.id)).toEqual(figuresIn(row));
    const sumOf = (key: "enrolled" | "active" | "completed" | "stopped" | "failed" | "converted") =>
      data.reduce((sum, row) => sum + row[key], 0);
    for (const key of ["enrolled", "active", "completed", "stopped", "failed", "converted"] as const)
      expect([key, totals[key]]).toEqual([key, sumOf(key)]);
    // What the Demo stores instead of sending it is counted apart.
    const sent = await listDeliveries(ctx, { page: 1, limit: 1, status: "sent" });
    expect(sent.meta.total).toBe(totals.messages.sent);
    const captured = await listDeliveries(ctx, { page: 1, limit: 1, status: "captured" });
    expect(captured.meta.total).toBe(totals.messages.captured);
    expect(totals.messages.captured).toBeGreaterThan(SMALL.people);
    for (const became of ["delivered", "opened", "clicked", "bounced", "complained", "unsubscribed"] as const) {
      const { meta } = await listDeliveries(ctx, { page: 1, limit: 1, became });
      expect([became, meta.total]).toEqual([became, totals.messages[became]]);
    }
  });

  it("is in order: an audit of it finds nothing", async () => {
    expect((await auditAll(database)).findings).toEqual([]);
  });

  it("is spread over the days, in order, and waits last what they say", async () => {
    const [spread] = await database.sql`
      select count(distinct date_trunc('day', received_at))::int as days, max(received_at) <= now() as past from events`;
    expect(spread?.days).toBeGreaterThan(40);
    expect(spread?.past).toBe(true);
    const waits = await database.sql`
      select extract(epoch from h.at - e.enrolled_at)::float8 / 86400 as days from history h
      join enrollments e on e.shard = h.shard and e.id = h.enrollment_id join journeys j on j.id = h.journey_id
      where j.key = 'welcome-series' and h.hops -> 0 ->> 'cause' = 'timer' and (h.hops -> 0 ->> 'from')::uuid =
        (select (n ->> 'id')::uuid from jsonb_array_elements(j.canvas -> 'nodes') n where n ->> 'name' = 'one_day')`;
    expect(waits.length).toBeGreaterThan(20);
    for (const { days } of waits) expect(Math.abs(days - 1)).toBeLessThan(0.05);
  });

  it("kept its mail here, rendered, and shows why some could not go", async () => {
    const rows =
      await database.sql`select status, count(*)::int as n, count(rendered)::int as kept from deliveries group by 1`;
    const captured = rows.find((row) => row.status === "captured");
    expect(captured?.n).toBeGreaterThan(SMALL.people);
    expect(captured?.kept).toBe(captured?.n);
    expect(rows.every((row) => ["captured", "failed", "cancelled"].includes(row.status))).toBe(true);
    const [late] =
      await database.sql`select count(*)::int as n from deliveries where status = 'captured' and sent_at <> queued_at`;
    expect(late?.n).toBe(0);
  });

  it("is what an owner who has not begun yet opens first", async () => {
    const rows = await database.sql`
      select w.is_demo from members m join workspaces w on w.id = m.workspace_id where m.user_id = ${owner} order by m.created_at`;
    expect(rows.map((row) => row.is_demo)).toEqual([true, false]);
  });
});

describe("seeding", { timeout: 120_000 }, () => {
  it("happens once", async () => {
    expect(await seedDemo(database, SMALL)).toBe("present");
    expect(await count("people")).toBe(SMALL.people);
  });

  it("that was interrupted leaves nothing to be seen and begins again", async () => {
    const { database: fresh } = await testDatabase();
    const stop = new AbortController();
    const progress = (done: number) => done > 0.3 && stop.abort(new Error("stopped"));
    await expect(seedDemo(fresh, { ...SMALL, people: 20, progress, signal: stop.signal })).rejects.toThrow("stopped");
    await fresh.sql`create schema if not exists sojourn_demo_stage`;
    expect((await fresh.sql`select 1 from workspaces`).length).toBe(0);
    expect(await seedDemo(fresh, { ...SMALL, people: 20 })).toBe("seeded");
    expect((await fresh.sql`select 1 from people`).length).toBe(20);
    expect((await fresh.sql`select 1 from pg_namespace where nspname = 'sojourn_demo_stage'`).length).toBe(0);
  });

  it("by two processes at once is done by one of them", async () => {
    const { database: fresh } = await testDatabase();
    const outcomes = await Promise.all([
      seedDemo(fresh, { people: 10, days: 5 }),
      seedDemo(fresh, { people: 10, days: 5 }),
    ]);
    expect(outcomes.sort()).toEqual(["elsewhere", "seeded"]);
    expect((await fresh.sql`select 1 from people`).length).toBe(10);
  });
});
