import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { runOutbox } from "./index.ts";
import { type OutboxFixture, outboxFixture } from "./testing/fixture.ts";

let database: Database;
let server: MailServer;
let fixture: OutboxFixture;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer({
    refuse: (to) => (to.startsWith("gone") ? 550 : to.startsWith("busy") ? 451 : null),
  });
});
beforeEach(async () => {
  fixture = await outboxFixture(database, server.url);
});
afterAll(async () => {
  await fixture.channels.close();
  await server.close();
});

const mailsOf = (key: string) => server.mails.filter((mail) => mail.messageId === `<${key}@acme.example>`);

describe("a queued mail", () => {
  it("is rendered for the person, sent, and kept as it was sent", async () => {
    const row = await fixture.queue();
    expect(await runOutbox(fixture.runtime)).toBe(1);
    expect(mailsOf(row.idempotencyKey)).toMatchObject([
      { to: "ada@example.com", from: "hello@acme.example", subject: "Hello Ada" },
    ]);
    expect(await fixture.delivery(row.id)).toMatchObject({
      status: "sent",
      attempts: 1,
      recipient: "ada@example.com",
      sender: "Acme <hello@acme.example>",
      subject: "Hello Ada",
      rendered: { html: "<p>Your plan is pro.</p>", text: "Your plan is pro." },
      content_revision: 1,
      error: null,
      sent_at: expect.stringContaining("2026-03-01 09:00:00"),
      next_attempt_at: null,
    });
    expect(await runOutbox(fixture.runtime)).toBe(0);
  });

  it("comes from the node's sender, else the workspace's, with the name of the identity", async () => {
    await database.orm
      .update(schema.workspaces)
      .set({ settings: { defaultFrom: "team@shop.example" } })
      .where(eq(schema.workspaces.id, fixture.workspaceId));
    await fixture.verifiedSender("ceo@shop.example", 'Ada "The" Boss; Inc.');
    await fixture.verifiedSender("team@shop.example", "The Team");
    const own = await fixture.queue({ config: { fromIdentityEmail: "CEO@shop.example" } });
    const named = await fixture.queue({ config: { fromIdentityEmail: "Ada <ceo@shop.example>" } });
    const plain = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(own.id)).sender).toBe('"Ada \\"The\\" Boss; Inc." <CEO@shop.example>');
    expect((await fixture.delivery(named.id)).sender).toBe("Ada <ceo@shop.example>");
    expect((await fixture.delivery(plain.id)).sender).toBe("The Team <team@shop.example>");
    expect(mailsOf(own.idempotencyKey)).toHaveLength(0);
    expect(server.mails.find((mail) => mail.fromName.includes("Boss"))?.fromName).toBe('Ada "The" Boss; Inc.');
  });

  it("passes over senders that are not verified, in order, and says so on the delivery", async () => {
    const other = await outboxFixture(database, server.url);
    await other.verifiedSender("ceo@shop.example");
    await database.orm
      .update(schema.workspaces)
      .set({ settings: { defaultFrom: "Team <team@shop.example>" } })
      .where(eq(schema.workspaces.id, fixture.workspaceId));
    const notesOf = async (id: string) => (await fixture.delivery(id)).rendered.notes;

    const both = await fixture.queue({ config: { fromIdentityEmail: "ceo@shop.example" } });
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(both.id)).sender).toBe("Acme <hello@acme.example>");
    expect(await notesOf(both.id)).toEqual([
      "The sender of the step, ceo@shop.example, is not verified and was passed over.",
      "The sender of the workspace, team@shop.example, is not verified and was passed over.",
    ]);

    await fixture.verifiedSender("team@shop.example");
    const one = await fixture.queue({ config: { fromIdentityEmail: "ceo@shop.example" } });
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(one.id)).sender).toBe("Team <team@shop.example>");
    expect(await notesOf(one.id)).toHaveLength(1);
    await other.channels.close();
  });

  it("waits for its time", async () => {
    const later = new Date(fixture.clock.at.getTime() + 60_000);
    const row = await fixture.queue({ nextAttemptAt: later });
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(row.id)).status).toBe("queued");
    fixture.clock.at = later;
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(row.id)).status).toBe("sent");
  });

  it("is skipped when it has become stale (R44)", async () => {
    const row = await fixture.queue({ expiresAt: fixture.clock.at });
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "skipped", attempts: 0 });
    expect(mailsOf(row.idempotencyKey)).toHaveLength(0);
  });
});

describe("where a message goes", () => {
  it("is the built-in capture without a mail server, and always for the demo's people", async () => {
    const capture = await outboxFixture(database);
    const kept = await capture.queue();
    await runOutbox(capture.runtime);
    expect(await capture.delivery(kept.id)).toMatchObject({ status: "captured", subject: "Hello Ada", attempts: 1 });

    await database.orm
      .update(schema.workspaces)
      .set({ isDemo: true })
      .where(eq(schema.workspaces.id, fixture.workspaceId));
    const demo = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(demo.id)).status).toBe("captured");
    expect(mailsOf(demo.idempotencyKey)).toHaveLength(0);
  });

  it("is the person's browser for in-page content, and the capture for SMS and push, rendered as they would be sent", async () => {
    const modal = await fixture.queue({ channel: "inapp", contentType: "modal" });
    const sms = await fixture.queue({ channel: "sms", contentType: "sms", traits: { phone: "+49 171 5550123" } });
    const mute = await fixture.queue({ channel: "sms", contentType: "sms" });
    const push = await fixture.queue({ channel: "push", contentType: "push" });
    await runOutbox(fixture.runtime);
    expect((await fixture.delivery(modal.id)).status).toBe("pending");
    const note = { status: "captured", rendered: { html: "", text: "Your plan is pro." } };
    expect(await fixture.delivery(sms.id)).toMatchObject({ ...note, recipient: "+49 171 5550123", sender: "" });
    expect(await fixture.delivery(push.id)).toMatchObject({ ...note, recipient: push.personId, subject: "Hello Ada" });
    const noPhone = "The person has no phone number (trait “phone”).";
    expect(await fixture.delivery(mute.id)).toMatchObject({ status: "queued", error: noPhone });
  });

  it("is nowhere for a channel that is switched off, or content that does not exist: the message is skipped", async () => {
    const { channels } = schema;
    const isSms = and(eq(channels.workspaceId, fixture.workspaceId), eq(channels.kind, "sms"));
    await database.orm.update(channels).set({ status: "off" }).where(isSms);
    const sms = await fixture.queue({ channel: "sms", contentType: "sms", traits: { phone: "0171" } });
    const lost = await fixture.queue({ contentId: null });
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(sms.id)).toMatchObject({
      status: "skipped",
      error: "The workspace has no SMS channel, or it is switched off.",
    });
    expect(await fixture.delivery(lost.id)).toMatchObject({ status: "skipped" });
  });
});

describe("two senders at once", () => {
  it("send each of many mails once", async () => {
    const rows = await Promise.all(Array.from({ length: 300 }, () => fixture.queue()));
    const rounds = await Promise.all([
      runOutbox(fixture.runtime),
      runOutbox(fixture.runtime),
      runOutbox(fixture.runtime),
    ]);
    let met = rounds.reduce((sum, seen) => sum + seen, 0);
    for (let seen = 1; seen > 0; met += seen) seen = await runOutbox(fixture.runtime);
    expect(met).toBe(300);
    const keys = new Set(rows.map((row) => `<${row.idempotencyKey}@acme.example>`));
    const arrived = server.mails.filter((mail) => keys.has(mail.messageId));
    expect(arrived).toHaveLength(300);
    expect(new Set(arrived.map((mail) => mail.messageId)).size).toBe(300);
  });
});
