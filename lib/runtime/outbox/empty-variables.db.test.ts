import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it, test } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { backoffMs } from "./backoff.ts";
import { runOutbox } from "./index.ts";
import { type OutboxFixture, outboxFixture } from "./testing/fixture.ts";

let database: Database;
let server: MailServer;
let fixture: OutboxFixture;
let sent = 0;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer();
});
beforeEach(async () => {
  sent = server.mails.length;
  fixture = await outboxFixture(database, server.url);
});
afterAll(async () => {
  await fixture.channels.close();
  await server.close();
});

const write = (changes: Partial<typeof schema.content.$inferInsert>) =>
  database.orm.update(schema.content).set(changes).where(eq(schema.content.id, fixture.contentId));

/** Runs twice, because a value may arrive a moment after the event. */
async function queueAndRun(traits: Record<string, unknown>) {
  const row = await fixture.queue({ traits: { email: "ada@example.com", ...traits } });
  await runOutbox(fixture.runtime);
  fixture.clock.at = new Date(fixture.clock.at.getTime() + backoffMs(row.id, 1));
  await runOutbox(fixture.runtime);
  const [signal] = await database.sql`select payload from inbox where person_id = ${row.personId}`;
  return { delivery: await fixture.delivery(row.id), outcome: signal?.payload.outcome ?? null };
}

it("S29: a mail with an empty variable is sent unless its content says otherwise, and its delivery says what was empty", async () => {
  await write({ html: "Hi {{ traits.city }}, {{ traits.total | divided_by: 0 }}!" });
  const { delivery, outcome } = await queueAndRun({});
  expect(delivery).toMatchObject({ status: "sent", error: null });
  expect(delivery.rendered.html).toBe("Hi , !");
  expect(delivery.rendered.notes).toEqual([
    "The variable “traits.city” was empty.",
    "“traits.total | divided_by: 0” did not result in a number, so nothing was printed.",
  ]);
  expect(outcome).toBe(null);
  expect(server.mails.length - sent).toBe(1);
});

test.each([
  ["skip", "skipped", "“Welcome” was skipped: the variable “traits.city” is empty.", "skipped"],
  ["fail", "failed", "“Welcome” was not sent: the variable “traits.city” is empty.", "failed"],
] as const)("S29: %s: a mail with an empty variable is %s and names it", async (onEmpty, status, error, told) => {
  await write({ html: "Hi {{ traits.city }}", onEmpty });
  expect(await queueAndRun({})).toMatchObject({ delivery: { status, error }, outcome: told });
  expect(server.mails.length - sent).toBe(0);
  expect(await queueAndRun({ city: "Oslo" })).toMatchObject({ delivery: { status: "sent", error: null } });
});

it("S29: a value that comes a moment behind the event is in time, and `default` is something to say", async () => {
  await write({ html: "Hi {{ traits.city }}{{ traits.street | default: '' }}", onEmpty: "skip" });
  const row = await fixture.queue({ traits: { email: "ada@example.com" } });
  await runOutbox(fixture.runtime);
  expect(await fixture.delivery(row.id)).toMatchObject({ status: "queued", attempts: 1 });
  await database.sql`update people set traits = '{"email": "ada@example.com", "city": "Oslo"}' where id = ${row.personId}`;
  fixture.clock.at = new Date(fixture.clock.at.getTime() + backoffMs(row.id, 1));
  await runOutbox(fixture.runtime);
  expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", error: null });
});

it("S29: a webhook is skipped in the same way, and a mail that a thread renders", async () => {
  await write({ type: "webhook", body: { url: "http://127.0.0.1:9/{{ traits.city }}" }, onEmpty: "skip" });
  const row = await fixture.queue({ channel: "webhook", contentType: "webhook" });
  await runOutbox(fixture.runtime);
  fixture.clock.at = new Date(fixture.clock.at.getTime() + backoffMs(row.id, 1));
  await runOutbox(fixture.runtime);
  expect(await fixture.delivery(row.id)).toMatchObject({
    status: "skipped",
    error: expect.stringContaining("traits.city"),
  });

  await write({ type: "email", html: "{% liquid echo traits.city %}", onEmpty: "skip" });
  expect(await queueAndRun({})).toMatchObject({
    delivery: { status: "skipped", error: expect.stringContaining("traits.city") },
  });
});
