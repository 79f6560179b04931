import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import { type Database, newId } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { setPreferences } from "#store/preferences";
import { type SubscriptionChange, setSubscription } from "#store/subscriptions";
import { liftSuppression, recordSuppression } from "#store/suppressions";
import { backoffMs } from "./backoff.ts";
import { runOutbox } from "./index.ts";
import { type OutboxFixture, outboxFixture, T0 } from "./testing/fixture.ts";

let database: Database;
let server: MailServer;
let fixture: OutboxFixture;
let sent = 0;
/** What the mail server answers. */
let refusal: number | null = null;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer({ refuse: () => refusal });
});
beforeEach(async () => {
  sent = server.mails.length;
  fixture = await outboxFixture(database, server.url);
});
afterAll(async () => {
  await fixture.channels.close();
  await server.close();
});

const address = () => ({ workspaceId: fixture.workspaceId, channel: "email", address: "Ada@example.com" }) as const;
const write = (changes: Partial<typeof schema.content.$inferInsert>) =>
  database.orm.update(schema.content).set(changes).where(eq(schema.content.id, fixture.contentId));
const answer = (personId: string, change: Partial<SubscriptionChange> = {}) =>
  database.sql.begin((sql) =>
    setSubscription(sql, {
      ...{ workspaceId: fixture.workspaceId, personId, topic: "*", channel: "*", source: "one_click" },
      ...{ state: "unsubscribed" as const, at: T0, ...change },
    }),
  );

async function topic(values: Partial<typeof schema.topics.$inferInsert> = {}): Promise<string> {
  const id = newId();
  await database.orm
    .insert(schema.topics)
    .values({ id, workspaceId: fixture.workspaceId, key: id, name: "News", ...values });
  return id;
}

describe("a message is checked right before it is sent", () => {
  test("and skipped with every reason, which the person's enrollment receives", async () => {
    await write({ topicId: await topic({ defaultOn: false }) });
    const row = await fixture.queue();
    await answer(row.personId);
    await recordSuppression(database.sql, { ...address(), reason: "hard_bounce", source: "provider:ses", at: T0 });
    await runOutbox(fixture.runtime);
    const delivery = await fixture.delivery(row.id);
    expect(delivery).toMatchObject({ status: "skipped", sent_at: null });
    expect(delivery.reasons.map(({ code }: { code: string }) => code)).toEqual([
      "suppressed",
      "unsubscribed",
      "not_subscribed",
    ]);
    expect(delivery.error).toBe(
      "Not sent, because the address is suppressed: mail to it was returned for good (2026-03-01), the person unsubscribed from everything on 2026-03-01, by the unsubscribe button of the mail program and the person did not subscribe to “News”.",
    );
    const [signal] = await database.sql`select payload from inbox where person_id = ${row.personId}`;
    expect(signal?.payload).toMatchObject({ outcome: "skipped", error: delivery.error });
    expect(server.mails.length - sent).toBe(0);
  });

  test("transactional content passes what people unsubscribed from, and no suppressed address", async () => {
    await write({ transactional: true });
    const row = await fixture.queue();
    await answer(row.personId);
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", reasons: null });
    await recordSuppression(database.sql, { ...address(), reason: "complaint", source: "provider:ses" });
    const second = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(second.id)).toMatchObject({ status: "skipped" });
  });

  test("again at every attempt, and a lifted suppression no longer counts", async () => {
    await recordSuppression(database.sql, { ...address(), reason: "manual", source: "member" });
    await liftSuppression(database.sql, { ...address(), reason: null, by: "m", why: null });
    refusal = 451;
    const row = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "queued", attempts: 1 });
    refusal = null;
    await answer(row.personId);
    fixture.clock.at = new Date(fixture.clock.at.getTime() + backoffMs(row.id, 1));
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "skipped" });
  });
});

describe("a person who wants one message a week", () => {
  const weekly = (personId: string) =>
    database.sql.begin((sql) =>
      setPreferences(sql, {
        ...{ workspaceId: fixture.workspaceId, personId, source: "preferences" },
        answers: { frequency: "weekly" },
      }),
    );

  test("gets one of two that are due together, the next after a week, and every transactional one", async () => {
    const first = await fixture.queue();
    await weekly(first.personId);
    const of = { personId: first.personId, shard: first.shard };
    const second = await fixture.queue(of);
    await runOutbox(fixture.runtime);
    const statuses = async () => [
      (await fixture.delivery(first.id)).status,
      (await fixture.delivery(second.id)).status,
    ];
    expect((await statuses()).sort()).toEqual(["sent", "skipped"]);
    fixture.clock.at = new Date(T0.getTime() + 6 * 86_400_000);
    const third = await fixture.queue(of);
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(third.id)).toMatchObject({ status: "skipped", reasons: [{ code: "frequency" }] });
    await write({ transactional: true });
    const receipt = await fixture.queue(of);
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(receipt.id)).toMatchObject({ status: "sent" });
    await write({ transactional: false });
    fixture.clock.at = new Date(T0.getTime() + 7 * 86_400_000);
    const fourth = await fixture.queue(of);
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(fourth.id)).toMatchObject({ status: "sent" });
  });

  test("R43: gets another one if that one fails, and a second attempt of the same message is not refused", async () => {
    const first = await fixture.queue();
    await weekly(first.personId);
    refusal = 451;
    await runOutbox(fixture.runtime);
    refusal = 550;
    fixture.clock.at = new Date(fixture.clock.at.getTime() + backoffMs(first.id, 1));
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(first.id)).toMatchObject({ status: "failed", attempts: 2 });
    refusal = null;
    const second = await fixture.queue({ personId: first.personId, shard: first.shard });
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(second.id)).toMatchObject({ status: "sent" });
  });
});

test("marketing mail has the headers of one-click unsubscribing, the same at every attempt, and links for templates", async () => {
  await write({ html: '<a href="{{ unsubscribeUrl }}">leave</a> <a href="{{ preferencesUrl }}">choose</a>' });
  await fixture.queue();
  await runOutbox(fixture.runtime);
  const mail = server.mails.at(-1);
  const link = /^<([^>]+)>$/.exec(mail?.headers["list-unsubscribe"] ?? "")?.[1] ?? "";
  expect(link).toMatch(/^http:\/\/localhost:\d+\/unsubscribe\/[\w-]+$/);
  expect(mail?.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  const [row] = await database.sql`select rendered from deliveries where workspace_id = ${fixture.workspaceId}`;
  expect(row?.rendered.html).toContain(`href="${link}"`);
  expect(row?.rendered.html).toMatch(/href="http:\/\/localhost:\d+\/preferences\/[\w-]+"/);

  await write({ transactional: true });
  await fixture.queue();
  await runOutbox(fixture.runtime);
  expect(server.mails.length - sent).toBe(2);
  expect(server.mails.at(-1)?.headers["list-unsubscribe"]).toBe(undefined);
});
