import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";
import { forgetRates } from "#store/rate-slots";
import { runOutbox } from "../index.ts";
import { type OutboxFixture, outboxFixture, T0 as START } from "../testing/fixture.ts";
import { setPolicies, versionThatSends } from "../testing/policies.ts";

let database: Database;
let server: MailServer;
let fixture: OutboxFixture;
let sent = 0;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer();
});
beforeEach(async () => {
  await database.sql`delete from deliveries`;
  sent = server.mails.length;
  fixture = await outboxFixture(database, server.url);
});
afterAll(async () => {
  await fixture.channels.close();
  await server.close();
});

const mails = () => server.mails.length - sent;
const later = (ms: number) => new Date(START.getTime() + ms);
const runAt = (at: Date) => runOutbox({ ...fixture.runtime, clock: { kind: "virtual", at } });

describe("rates", () => {
  test("messages leave evenly, a second's worth at once, no matter who sends; transactional ones do not wait", async () => {
    await setPolicies(database, fixture, {
      rateLimits: [{ channel: "email", provider: null, messages: 4, perSeconds: 1 }],
    });
    for (let count = 0; count < 13; count++) await fixture.queue();
    await Promise.all([runAt(START), runAt(START), runAt(START)]);
    await runAt(START);
    expect(mails()).toBe(4);
    const leaving: number[] = [];
    for (const ms of [249, 250, 500, 1_000, 1_250, 2_250, 9_000]) {
      await runAt(later(ms));
      leaving.push(mails());
    }
    expect(leaving).toEqual([4, 5, 6, 8, 9, 13, 13]);
    await database.orm
      .update(schema.content)
      .set({ transactional: true })
      .where(eq(schema.content.id, fixture.contentId));
    for (let count = 0; count < 6; count++) await fixture.queue();
    await runAt(START);
    expect(mails()).toBe(19);
  });

  test("of a journey hold its messages alone, transactional ones too, also without policies, and outlast a change of those", async () => {
    const slow = await versionThatSends(database, fixture, { perMinute: 60 });
    for (let count = 0; count < 4; count++) await fixture.queue({ versionId: slow });
    await fixture.queue();
    await runAt(START);
    expect(mails()).toBe(2);
    await database.orm
      .update(schema.content)
      .set({ transactional: true })
      .where(eq(schema.content.id, fixture.contentId));
    await database.orm.transaction((tx) => forgetRates(tx, fixture.workspaceId));
    await fixture.queue({ versionId: slow });
    const leaving: number[] = [];
    for (const ms of [0, 1_000, 2_000, 3_000, 4_000]) {
      await runAt(later(ms));
      leaving.push(mails());
    }
    expect(leaving).toEqual([2, 3, 4, 5, 6]);
  });
});
