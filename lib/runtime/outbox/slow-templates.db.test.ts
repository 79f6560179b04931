import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { runOutbox } from "./index.ts";
import { type OutboxFixture, outboxFixture } from "./testing/fixture.ts";

/** A template that runs until it is stopped, and uses nothing but time. */
const LOOPS = `{% assign list = "${"x,".repeat(1_000)}" | split: "," %}${"{% for x in list %}".repeat(3)}${"{% endfor %}".repeat(3)}`;

let database: Database;
let server: MailServer;
let slow: OutboxFixture;
let quick: OutboxFixture;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer();
  slow = await outboxFixture(database, server.url);
  quick = await outboxFixture(database, server.url);
  const { content } = schema;
  await database.orm.update(content).set({ html: LOOPS }).where(eq(content.id, slow.contentId));
});
afterAll(async () => {
  await Promise.all([slow.channels.close(), quick.channels.close()]);
  await server.close();
});

it("T1: a mail whose template takes too long fails alone, with a receipt, and holds up neither others nor this process", async () => {
  const bad = await slow.queue();
  const good = await Promise.all(Array.from({ length: 20 }, () => quick.queue()));
  const order: string[] = [];
  let turns = 0;
  const beat = setInterval(() => turns++, 20);
  const sent = expect
    .poll(() => server.mails.length, { timeout: 20_000 })
    .toBe(20)
    .then(() => order.push("others sent"));
  await runOutbox(quick.runtime).then(() => order.push("outbox done"));
  await sent;
  clearInterval(beat);
  expect(order).toEqual(["others sent", "outbox done"]);
  expect(turns).toBeGreaterThan(20);

  // It is tried once more, because the machine may have been the cause; then the failure is permanent.
  expect(await slow.delivery(bad.id)).toMatchObject({ status: "queued", attempts: 1 });
  slow.clock.at = new Date(slow.clock.at.getTime() + 60_000);
  await runOutbox(slow.runtime);
  expect(await slow.delivery(bad.id)).toMatchObject({
    status: "failed",
    error: expect.stringContaining("The template took longer than 2 s to render"),
  });
  const [signal] = await database.sql`select payload from inbox where person_id = ${bad.personId}`;
  expect(signal?.payload).toMatchObject({ outcome: "failed", error: expect.stringContaining("longer than 2 s") });
  for (const { id } of good) expect((await quick.delivery(id)).status).toBe("sent");
});

it("T1: slow templates of one workspace hold up nobody else's mail that threads render as well", async () => {
  const { content } = schema;
  const needsThread = "<p>{{ '1,2' | split: ',' | where_exp: 'n', 'n > 1' | size }}</p>";
  await database.orm.update(content).set({ html: needsThread }).where(eq(content.id, quick.contentId));
  const bad = await Promise.all(Array.from({ length: 20 }, () => slow.queue()));
  const good = await Promise.all(Array.from({ length: 20 }, () => quick.queue()));
  const statuses = async (rows: readonly { id: string }[]) =>
    Map.groupBy(
      await database.sql`select status, attempts from deliveries where id = any(${rows.map(({ id }) => id)}::uuid[])`,
      ({ status, attempts }) => `${status} ${attempts}`,
    );
  let passes = 0;
  for (; (await statuses(good)).get("sent 1")?.length !== 20 && passes < 8; passes++) await runOutbox(quick.runtime);
  expect((await statuses(good)).get("sent 1")).toHaveLength(20);
  // A pass starts at most two that take all the available time; the others stay as if they had never been claimed.
  const untried = (await statuses(bad)).get("queued 0")?.length ?? 0;
  expect(untried).toBeGreaterThanOrEqual(20 - 2 * passes);
});
