import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import { type Database, newId } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { LEASE_SECONDS } from "#store/deliveries";
import { replacePool } from "#threads/testing";
import { backoffMs } from "./backoff.ts";
import { runOutbox } from "./index.ts";
import { type OutboxFixture, outboxFixture } from "./testing/fixture.ts";

let database: Database;
let server: MailServer;
let fixture: OutboxFixture;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer();
});
beforeEach(async () => {
  fixture = await outboxFixture(database, server.url);
});
afterAll(async () => {
  await fixture.channels.close();
  await server.close();
});

const mailsOf = (key: string) => server.mails.filter((mail) => mail.messageId === `<${key}@acme.example>`);
const advanceMs = (ms: number) => {
  fixture.clock.at = new Date(fixture.clock.at.getTime() + ms);
};

describe("a message that cannot be stored as it was rendered", () => {
  it("S3: fails alone and for good, and the mail of others goes out", async () => {
    const id = newId();
    const { workspaceId } = fixture;
    const subject = '{{ "a%00b" | url_decode }}';
    const item = { id, workspaceId, slug: id, type: "email", name: "Strange", subject, html: "<p>Hi</p>" };
    await database.orm.insert(schema.content).values(item);
    const strange = await fixture.queue({ contentId: id });
    const fine = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(strange.id)).toMatchObject({
      status: "failed",
      error: "The rendered subject cannot be stored: it contains a NUL character.",
    });
    expect(await fixture.delivery(fine.id)).toMatchObject({ status: "sent" });
  });
});

describe("R53 one message among others", () => {
  it("S3: goes out when it only talks about a NUL character", async () => {
    const html = "<p>JSON writes it as \\u0000.</p>";
    await database.orm.update(schema.content).set({ html }).where(eq(schema.content.id, fixture.contentId));
    const row = await fixture.queue();
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", error: null });
    expect(mailsOf(row.idempotencyKey)[0]?.html).toContain("\\u0000");
  });

  it("T14: is waited for and marked as sent when another one breaks the batch", async () => {
    const id = newId();
    const { workspaceId } = fixture;
    // A message that a thread renders, which is therefore sent after the others.
    const html = "{{ '1,2' | split: ',' | where_exp: 'n', 'n > 1' | size }}";
    const item = { id, workspaceId, slug: id, type: "email", name: "Slow", subject: "Slow", html };
    await database.orm.insert(schema.content).values(item);
    const broken = await fixture.queue();
    const beside = await fixture.queue();
    const slow = await fixture.queue({ contentId: id });
    const email = {
      ...fixture.channels.email,
      send: async ({ idempotencyKey }: { idempotencyKey: string }) => {
        if (idempotencyKey === broken.idempotencyKey) throw new Error("broken");
        await database.sql`select 1`;
        return { status: "sent" as const, providerId: idempotencyKey };
      },
    };
    const runtime = { ...fixture.runtime, channels: { ...fixture.channels, email } };
    await expect(runOutbox(runtime)).rejects.toThrow("broken");
    expect(await fixture.delivery(beside.id)).toMatchObject({ status: "sent" });
    expect(await fixture.delivery(slow.id)).toMatchObject({ status: "sent" });
  });

  it("T1: is tried again as long as a machine has no thread to render it, and that is reported", async () => {
    const html = "{{ '1,2' | split: ',' | where_exp: 'n', 'n > 1' | size }}";
    await database.orm.update(schema.content).set({ html }).where(eq(schema.content.id, fixture.contentId));
    const row = await fixture.queue();
    const reports: string[] = [];
    const runtime = { ...fixture.runtime, report: (message: string) => reports.push(message) };
    const restore = replacePool("mail", { run: () => Promise.reject(new Error("There is no task renderEmail")) });
    for (let attempt = 1; attempt <= 3; attempt++) {
      await runOutbox(runtime);
      expect(await fixture.delivery(row.id)).toMatchObject({
        status: "queued",
        attempts: attempt,
        error: "The message could not be rendered now: There is no task renderEmail",
      });
      advanceMs(backoffMs(row.id, attempt));
    }
    expect(reports).toHaveLength(3);
    restore();
    await runOutbox(runtime);
    expect(await fixture.delivery(row.id)).toMatchObject({ status: "sent", error: null });
  });

  it("fails alone when what was rendered cannot be stored, and the others of its claim go", async () => {
    const subject = '{{ "%00" | url_decode }}';
    const id = newId();
    const { workspaceId } = await fixture.queue({ traits: { email: "before@example.com" } });
    await database.orm
      .insert(schema.content)
      .values({ id, workspaceId, slug: `nul-${id}`, type: "email", name: "NUL", subject, html: "<p>Hi</p>" });
    const bad = await fixture.queue({ contentId: id });
    const good = await fixture.queue({ traits: { email: "behind@example.com" } });
    await runOutbox(fixture.runtime);
    expect(await fixture.delivery(bad.id)).toMatchObject({
      status: "failed",
      error: expect.stringContaining("stored"),
    });
    expect(await fixture.delivery(good.id)).toMatchObject({ status: "sent" });
  });

  it("is marked as sent without its answer when that cannot be stored, and is not sent again", async () => {
    const odd = await fixture.queue({ traits: { email: "odd@example.com" } });
    const good = await fixture.queue();
    let sends = 0;
    const email = {
      ...fixture.channels.email,
      send: async (message: { idempotencyKey: string }) => {
        sends += 1;
        return {
          status: "sent" as const,
          providerId: message.idempotencyKey === odd.idempotencyKey ? "a\u0000b" : "fine",
        };
      },
    };
    const runtime = { ...fixture.runtime, channels: { ...fixture.channels, email } };
    await runOutbox(runtime);
    advanceMs(LEASE_SECONDS * 1_000 + 1);
    await runOutbox(runtime);
    expect(sends).toBe(2);
    expect(await fixture.delivery(odd.id)).toMatchObject({ status: "sent", provider_id: null });
    expect(await fixture.delivery(good.id)).toMatchObject({ status: "sent", provider_id: "fine" });
  });
});
