import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { LEASE_SECONDS } from "#store/deliveries";
import { backoffMs, GROWN_AFTER, MAX_ATTEMPTS } from "./backoff.ts";
import { runOutbox } from "./index.ts";
import { type OutboxFixture, outboxFixture } from "./testing/fixture.ts";

let database: Database;
let server: MailServer;
let fixture: OutboxFixture;
let busy = true;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer({
    refuse: (to) => (to.startsWith("gone") ? 550 : to.startsWith("busy") && busy ? 451 : null),
  });
});
beforeEach(async () => {
  busy = true;
  fixture = await outboxFixture(database, server.url);
});
afterAll(async () => {
  await fixture.channels.close();
  await server.close();
});

const mailsOf = (key: string) => server.mails.filter((mail) => mail.messageId === `<${key}@acme.example>`);
const signalsOf = (personId: string) => database.sql`select kind, payload from inbox where person_id = ${personId}`;
const advanceMs = (ms: number) => {
  fixture.clock.at = new Date(fixture.clock.at.getTime() + ms);
};

describe("a mail that can never go", () => {
  it.each([
    ["the server refuses the address", { traits: { email: "gone@example.com" } }, "refused"],
    ["the address is none", { traits: { email: "not an address" } }, "is not an email address"],
  ])("fails for good when %s, and the person's inbox is told once", async (_why, changes, words) => {
    const row = await fixture.queue(changes);
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({
      status: "failed",
      error: expect.stringContaining(words),
      next_attempt_at: null,
    });
    expect(await signalsOf(row.personId)).toEqual([
      {
        kind: "delivery",
        payload: {
          kind: "delivery",
          enrollmentId: row.enrollmentId,
          nodeId: row.nodeId,
          visit: 1,
          outcome: "failed",
          error: expect.stringContaining(words),
        },
      },
    ]);
    expect(await runOutbox(fixture.runtime)).toBe(0);
  });

  it("names the field and line of a template that cannot be rendered", async () => {
    await database.orm
      .update(schema.content)
      .set({ html: "<p>\n{{ plan | nope }}" })
      .where(eq(schema.content.id, fixture.contentId));
    const row = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(row.id)).error).toBe(
      "“Welcome” could not be rendered: Undefined filter: nope (html, line 2).",
    );
  });
});

describe("a mail to somebody without an address", () => {
  it("is sent when the address arrives a moment after the event", async () => {
    const row = await fixture.queue({ traits: { name: "Ada" } });
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({
      status: "queued",
      error: expect.stringContaining("no email address"),
    });
    await database.sql`update people set traits = '{"email": "ada@example.com"}' where id = ${row.personId}`;
    advanceMs(backoffMs(row.id, 1));
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", recipient: "ada@example.com", error: null });
    expect(await signalsOf(row.personId)).toEqual([]);
  });

  it("fails for good when there is none a quarter of a minute later, and the person's inbox is told once", async () => {
    const row = await fixture.queue({ traits: { name: "Ada" } });
    await runOutbox(fixture.runtime);
    advanceMs(backoffMs(row.id, 1));
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "failed", attempts: 2, next_attempt_at: null });
    expect(await signalsOf(row.personId)).toMatchObject([{ kind: "delivery", payload: { outcome: "failed" } }]);
  });
});

describe("a failed mail that somebody sends again", () => {
  it("goes to the person's address as it is now", async () => {
    const row = await fixture.queue({ traits: { email: "gone@example.com" } });
    await runOutbox(fixture.runtime);
    await database.sql`update people set traits = '{"email": "new@example.com"}' where id = ${row.personId}`;
    await database.sql`
      update deliveries set status = 'queued', attempts = 0, error = null, next_attempt_at = ${fixture.clock.at.toISOString()} where id = ${row.id}`;
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", recipient: "new@example.com" });
    expect(mailsOf(row.idempotencyKey).map((mail) => mail.to)).toEqual(["new@example.com"]);
  });
});

describe("a mail that could not go now", () => {
  it("is sent again later: the same bytes, the same Message-ID, though the content changed meanwhile (R43)", async () => {
    const row = await fixture.queue({ traits: { name: "Ada", email: "busy@example.com" } });
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({
      status: "queued",
      attempts: 1,
      error: expect.stringContaining("refused"),
    });
    expect(await runOutbox(fixture.runtime)).toBe(0);

    await database.orm
      .update(schema.content)
      .set({ subject: "Changed", revision: 2 })
      .where(eq(schema.content.id, fixture.contentId));
    busy = false;
    advanceMs(backoffMs(row.id, 1));
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({
      status: "sent",
      attempts: 2,
      subject: "Hello Ada",
      content_revision: 1,
      error: null,
    });
    expect(mailsOf(row.idempotencyKey).map((mail) => mail.subject)).toEqual(["Hello Ada"]);
    expect(await signalsOf(row.personId)).toHaveLength(0);
  });

  it("fails after the last attempt", async () => {
    const row = await fixture.queue({ traits: { email: "busy@example.com" } });
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      expect((await fixture.delivery(row.id)).status).toBe("queued");
      await runOutbox(fixture.runtime);
      advanceMs(backoffMs(row.id, attempt));
    }
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "failed", attempts: MAX_ATTEMPTS });
    expect(await signalsOf(row.personId)).toHaveLength(1);
  });

  it("returns to the queue uncounted when the process is told to stop before the attempt", async () => {
    const row = await fixture.queue();
    await runOutbox({ ...fixture.runtime, signal: AbortSignal.abort() });
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "queued", attempts: 0 });
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", attempts: 1 });
  });
});

describe("a mail that cannot go for how sending is set up", () => {
  const alerts = () => database.sql<{ workspace_id: string | null; text: string }[]>`
    select workspace_id, text from alerts where code = 'sending_not_set_up' order by text`;
  beforeEach(async () => void (await database.sql`truncate alerts`));

  it("L10: waits with growing pauses beyond the last attempt, says what to set, and goes once it is set", async () => {
    let code: number | null = 530;
    const strict = await startMailServer({ refuseAt: { sender: () => code } });
    const own = await outboxFixture(database, strict.url);
    const row = await own.queue();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS + 3; attempt++) {
      await runOutbox(own.runtime);
      expect(await own.delivery(row.id)).toMatchObject({
        status: "queued",
        attempts: Math.min(attempt, GROWN_AFTER),
        error: expect.stringContaining("530"),
      });
      own.clock.at = new Date(own.clock.at.getTime() + backoffMs(row.id, Math.min(attempt, GROWN_AFTER + 1)));
    }
    expect(await alerts()).not.toEqual([]);
    for (const alert of await alerts())
      expect(alert).toMatchObject({ workspace_id: null, text: expect.stringMatching(/SMTP_URL.*530/) });
    code = null;
    await runOutbox(own.runtime);
    expect(await own.delivery(row.id)).toMatchObject({ status: "sent", error: null });
    expect(await signalsOf(row.personId)).toEqual([]);
    await own.channels.close();
    await strict.close();
  });

  it("T18: waits for a sender that can be read, and goes with that one", async () => {
    const { workspaces } = schema;
    const own = eq(workspaces.id, fixture.workspaceId);
    await database.orm
      .update(workspaces)
      .set({ settings: { defaultFrom: "Acme" } })
      .where(own);
    const row = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "queued", rendered: null });
    expect(await alerts()).toMatchObject([
      {
        workspace_id: fixture.workspaceId,
        text: expect.stringMatching(/“Acme” .* is not an email address.*defaultFrom/),
      },
    ]);
    await database.orm
      .update(workspaces)
      .set({ settings: { defaultFrom: "Acme <new@shop.example>" } })
      .where(own);
    await fixture.verifiedSender("new@shop.example");
    advanceMs(backoffMs(row.id, 1));
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", sender: "Acme <new@shop.example>" });
  });
});

describe("a sender that died while sending (R42)", () => {
  it("leaves a mail that is sent again with the same Message-ID, once its lease is over", async () => {
    const lease = new Date(fixture.clock.at.getTime() + LEASE_SECONDS * 1_000);
    const rendered = { html: "<p>as sent</p>", text: "as sent" };
    const row = await fixture.queue({
      status: "sending",
      attempts: 1,
      nextAttemptAt: lease,
      recipient: "ada@example.com",
      sender: "Acme <hello@acme.example>",
      subject: "As sent",
      rendered,
    });
    expect(await runOutbox(fixture.runtime)).toBe(0);
    fixture.clock.at = lease;
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", attempts: 2, rendered });
    expect(mailsOf(row.idempotencyKey).map((mail) => mail.subject)).toEqual(["As sent"]);
  });
});

it("the wait between attempts grows, is the same every time, and ends at an hour and a quarter", () => {
  const waits = Array.from({ length: MAX_ATTEMPTS }, (_, n) => backoffMs("0192-some-delivery", n + 1));
  expect(waits).toEqual(Array.from({ length: MAX_ATTEMPTS }, (_, n) => backoffMs("0192-some-delivery", n + 1)));
  for (const [n, wait] of waits.entries()) {
    const base = Math.min(15_000 * 3 ** n, 3_600_000);
    expect(wait).toBeGreaterThanOrEqual(base * 0.75);
    expect(wait).toBeLessThanOrEqual(base * 1.25);
  }
});
