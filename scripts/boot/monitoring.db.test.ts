import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, type Database, newId } from "#db";
import { testDatabase } from "#db/testing";
import { countAttempts, countBatch, countFailedLoop, timeRequest } from "#metrics";
import { ingest } from "#runtime";
import { schema } from "#store";
import { openMonitoring } from "./monitoring.ts";

let database: Database;
let monitoring: Awaited<ReturnType<typeof openMonitoring>>;

beforeEach(async () => {
  database = connect((await testDatabase()).url, { max: 2 });
  monitoring = await openMonitoring(database, 0, "127.0.0.1");
});
afterEach(async () => {
  await monitoring.stop();
  await database.close();
});

const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${monitoring.port}${path}`, init);

/** The samples of a scrape, by name with labels. */
async function scrape(): Promise<Map<string, number>> {
  const text = await (await get("/metrics")).text();
  expect(text.endsWith("# EOF\n")).toBe(true);
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [, name = "", value] = /^(.*) (\S+)$/.exec(line) ?? [];
      return [name, Number(value === "Nan" ? "NaN" : value)];
    }),
  );
}

test("a scrape tells of the work of the process and of what waits in the database", async () => {
  const workspaceId = newId();
  await database.orm.insert(schema.workspaces).values({ id: workspaceId, name: "Scraped", slug: "scraped" });
  await ingest(database, [{ workspaceId, userId: "ada", type: "identify", traits: { plan: "pro" } }]);
  const before = await scrape();
  countBatch(0.03, { people: 2, signals: 3, timers: 1, history: 4 });
  countFailedLoop("worker 1");
  countAttempts([
    { channel: "email", result: "sent" },
    { channel: "email", result: "sent" },
  ]);
  timeRequest("api")(503);
  const after = await scrape();
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect(grown("sojourn_batch_people_total")).toBe(2);
  expect(grown("sojourn_batch_history_total")).toBe(4);
  expect(grown('sojourn_batch_seconds_bucket{le="0.025"}')).toBe(0);
  expect(grown('sojourn_batch_seconds_bucket{le="0.05"}')).toBe(1);
  expect(grown('sojourn_loop_failures_total{loop="worker 1"}')).toBe(1);
  expect(grown('sojourn_delivery_attempts_total{channel="email",result="sent"}')).toBe(2);
  expect(grown('sojourn_http_request_seconds_count{door="api",status="5xx"}')).toBe(1);
  expect(after.get("sojourn_database_up")).toBe(1);
  expect(after.get("sojourn_waiting_signals")).toBe(1);
  expect(after.get("sojourn_overdue_enrollments")).toBe(0);
  expect(after.get("sojourn_database_bytes")).toBeGreaterThan(1_000_000);
});

test("a scrape is answered while the database is away, and repeats none of its figures", async () => {
  await monitoring.stop();
  const away = connect("postgres://nobody:none@127.0.0.1:1/none", { max: 1, settings: { connect_timeout: 1 } });
  monitoring = await openMonitoring(away, 0, "127.0.0.1");
  const figures = await scrape();
  expect(figures.get("sojourn_database_up")).toBe(0);
  expect(figures.get("sojourn_waiting_signals")).toBeNaN();
  await away.close();
});

test("the port answers nothing but a scrape and the two questions of an orchestrator", async () => {
  const type = (await get("/metrics")).headers.get("content-type");
  expect(type).toContain("application/openmetrics-text");
  expect((await get("/health")).status).toBe(200);
  expect((await get("/api/people")).status).toBe(404);
  expect((await get("/metrics", { method: "POST" })).status).toBe(404);
});
