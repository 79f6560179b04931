import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "#channels/testing";
import { type Database, newId, shardOf } from "#db";
import { testDatabase } from "#db/testing";
import { idEnd, type SendingPolicies } from "#policies";
import { schema } from "#store";
import { mergeSendUsage, readSentTo, takePlaces } from "#store/send-usage";
import { HOUR_MS } from "#times";
import { runOutbox } from "../index.ts";
import { type OutboxFixture, outboxFixture, T0 as START } from "../testing/fixture.ts";
import { setPolicies, versionThatSends } from "../testing/policies.ts";

let database: Database;
let server: MailServer;
let fixture: OutboxFixture;
let sent = 0;
let refusal: number | null = null;

beforeAll(async () => {
  database = (await testDatabase()).database;
  server = await startMailServer({ refuse: () => refusal });
});
beforeEach(async () => {
  // What an earlier test left held would be due in the time of a later one.
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

const policies = (changes: Partial<SendingPolicies>) => setPolicies(database, fixture, changes);
const version = (sending: object) => versionThatSends(database, fixture, sending);

type Changes = Parameters<OutboxFixture["queue"]>[0];

/** Several messages to one person, each a moment later than the one before. */
async function toOne(count: number, changes: (place: number) => Changes = () => ({}), traits = {}) {
  const first = await fixture.queue({ traits: { email: "ada@example.com", ...traits }, ...changes(0) });
  const { personId, shard } = first;
  const rest = [];
  for (let place = 1; place < count; place++) {
    const queuedAt = later(place);
    rest.push(await fixture.queue({ personId, shard, id: newId(shard), queuedAt, ...changes(place) }));
  }
  return [first, ...rest];
}

const statusOf = async (id: string) => {
  const { status, held_until, reasons, error } = await fixture.delivery(id);
  return {
    status,
    until: held_until === null ? null : new Date(held_until).toISOString(),
    codes: (reasons ?? []).map(codeOf),
    error,
  };
};
const codeOf = ({ code }: { code: string }) => code;
const cap = (changes: Partial<SendingPolicies["caps"][number]> = {}) => ({
  ...{ channel: "email" as const, topicId: null, limit: 1, whenFull: "hold" as const },
  ...{ period: { kind: "rolling" as const, hours: 24 }, ...changes },
});
const DAY = { kind: "calendar", unit: "day" } as const;

describe("quiet hours", () => {
  const quietHours = { from: "09:00", to: "12:00", channels: ["email" as const] };

  test("hold a message in the zone of the person, with the reason and the time, and let it go then", async () => {
    await policies({ quietHours });
    const [here] = await toOne(1);
    const [there] = await toOne(1, undefined, { timezone: "Asia/Tokyo" });
    await runAt(START);
    expect(mails()).toBe(1);
    expect(await statusOf(there?.id ?? "")).toMatchObject({ status: "sent", until: null });
    expect(await statusOf(here?.id ?? "")).toEqual({
      ...{ status: "queued", until: "2026-03-01T12:00:00.000Z", codes: ["quiet_hours"] },
      error: "Held until 2026-03-01 12:00 UTC, because quiet hours are from 09:00 to 12:00 (UTC).",
    });
    expect(await fixture.delivery(here?.id ?? "")).toMatchObject({ attempts: 0, rendered: null });
    await runAt(later(3 * HOUR_MS - 1));
    expect(mails()).toBe(1);
    await runAt(later(3 * HOUR_MS));
    expect(mails()).toBe(2);
    expect(await statusOf(here?.id ?? "")).toEqual({ status: "sent", until: null, codes: [], error: null });
  });

  test("use the fall-back for people without a zone; transactional messages and journeys that ignore them pass", async () => {
    await policies({ quietHours, fallbackZone: "Asia/Tokyo" });
    await toOne(2);
    await runAt(START);
    expect(mails()).toBe(2);
    const ignoring = await version({ quietHours: "ignore" });
    await policies({ quietHours });
    await toOne(1, () => ({ versionId: ignoring }));
    await toOne(1);
    await runAt(START);
    expect(mails()).toBe(3);
    await database.orm
      .update(schema.content)
      .set({ transactional: true })
      .where(eq(schema.content.id, fixture.contentId));
    await toOne(1);
    await runAt(START);
    expect(mails()).toBe(4);
  });

  test("a message that expires meanwhile is skipped when it does, and says what held it", async () => {
    await policies({ quietHours });
    const [row] = await toOne(1, () => ({ expiresAt: later(HOUR_MS) }));
    await runAt(START);
    await runAt(later(HOUR_MS));
    expect(mails()).toBe(0);
    expect(await statusOf(row?.id ?? "")).toEqual({
      ...{ status: "skipped", until: null, codes: ["quiet_hours"] },
      error: "It was too late to send it. It was held, because quiet hours are from 09:00 to 12:00 (UTC).",
    });
  });
});

describe("R43 caps", () => {
  test("ten senders at once send exactly as many as a cap allows", async () => {
    await policies({ caps: [cap({ limit: 3 })] });
    const rows = await toOne(12);
    await Promise.all(Array.from({ length: 10 }, () => runAt(START)));
    await runAt(START);
    expect(mails()).toBe(3);
    const { personId } = rows[0] ?? { personId: "" };
    expect((await readSentTo(database.sql, personId)).length).toBe(3);
    // One claim takes eight of the nine: the place of the ninth is kept if it is older, and it takes it next.
    await runAt(later(24 * HOUR_MS));
    await runAt(later(24 * HOUR_MS + 6_000));
    expect(mails()).toBe(6);
  });

  test("of held messages the most important goes first; a full cap may also skip", async () => {
    const urgent = await version({ priority: 9 });
    await policies({ caps: [cap({ period: DAY })] });
    const rows = await toOne(3, (place) => (place === 2 ? { versionId: urgent } : {}));
    await runAt(START);
    const found = await Promise.all(rows.map(async ({ id }) => (await statusOf(id)).status));
    expect(found).toEqual(["queued", "queued", "sent"]);
    await policies({ caps: [cap({ period: DAY, whenFull: "skip" })] });
    await runAt(later(15 * HOUR_MS));
    expect(await Promise.all(rows.map(async ({ id }) => (await statusOf(id)).status))).toEqual([
      "sent",
      "skipped",
      "sent",
    ]);
    expect(mails()).toBe(2);
  });

  test("a new message does not take the place of a more important one that another sender is about to claim", async () => {
    const urgent = await version({ priority: 9 });
    await policies({ caps: [cap()] });
    const [held, fresh] = await toOne(2, (place) => (place === 0 ? { versionId: urgent } : {}));
    const id = held?.id ?? "";
    // Due, and not to be claimed by this run.
    await database.sql`update deliveries set held_until = ${START.toISOString()}, next_attempt_at = ${later(1).toISOString()} where id = ${id}`;
    await runAt(START);
    expect(await statusOf(fresh?.id ?? "")).toMatchObject({ status: "queued", codes: ["priority"] });
    await runAt(later(6_000));
    expect([(await statusOf(id)).status, (await statusOf(fresh?.id ?? "")).codes]).toEqual(["sent", ["cap"]]);
    expect(mails()).toBe(1);
  });

  test("a message that the server refuses gives its place back; one that is tried again keeps it", async () => {
    await policies({ caps: [cap()] });
    const [first, second] = await toOne(2, (place) => (place === 0 ? {} : { nextAttemptAt: later(1_000) }));
    refusal = 550;
    await runAt(START);
    refusal = null;
    expect((await statusOf(first?.id ?? "")).status).toBe("failed");
    await runAt(later(1_000));
    expect((await statusOf(second?.id ?? "")).status).toBe("sent");
    const [third, fourth] = await toOne(2, (place) => (place === 0 ? {} : { nextAttemptAt: later(1_000) }));
    refusal = 450;
    await runAt(START);
    refusal = null;
    await runAt(later(1_000));
    expect([(await statusOf(third?.id ?? "")).status, (await statusOf(fourth?.id ?? "")).codes]).toEqual([
      "queued",
      ["cap"],
    ]);
    await runAt(later(HOUR_MS));
    expect((await statusOf(third?.id ?? "")).status).toBe("sent");
    expect(mails()).toBe(2);
  });

  test("a sender that dies with a place neither loses nor leaks it", async () => {
    await policies({ caps: [cap()] });
    const { workspaceId } = fixture;
    const [dead, other] = await toOne(2);
    const { personId = "", id = "" } = dead ?? {};
    const place = { id, at: START.getTime(), channel: "email" as const, topic: null };
    await takePlaces(database.sql, [{ personId, workspaceId, sent: [place], version: 0 }]);
    await database.sql`update deliveries set status = 'sending', attempts = 1, next_attempt_at = ${later(1_000).toISOString()} where id = ${id}`;
    await runAt(START);
    expect(mails()).toBe(0);
    await runAt(later(1_000));
    expect([(await statusOf(id)).status, (await statusOf(other?.id ?? "")).status, mails()]).toEqual([
      "sent",
      "queued",
      1,
    ]);
    expect((await readSentTo(database.sql, personId)).map((one) => [one.id, one.at])).toEqual([
      [idEnd(id), START.getTime() + 1_000],
    ]);
  });

  test("R39 the survivor of a merge has received what both have", async () => {
    await policies({ caps: [cap()] });
    const [one, two] = [await toOne(1), await toOne(1)];
    await runAt(START);
    const owner = (row: { personId: string } | undefined) => {
      const { personId = "" } = row ?? {};
      return { shard: shardOf(personId), personId, workspaceId: fixture.workspaceId };
    };
    await database.sql.begin((sql) => mergeSendUsage(sql, owner(one[0]), owner(two[0])));
    const ids = (await readSentTo(database.sql, two[0]?.personId ?? "")).map(({ id }) => id);
    expect(ids.sort()).toEqual([one, two].map(([row]) => idEnd(row?.id ?? "")).sort());
  });
});

test("the share who are held out get no marketing, and always the same people", async () => {
  await policies({ holdout: { percent: 50 } });
  const rows = [];
  for (let count = 0; count < 30; count++) rows.push(await fixture.queue());
  await runAt(START);
  const sides = await Promise.all(rows.map(async ({ id }) => (await statusOf(id)).codes.includes("held_out")));
  const out = sides.filter(Boolean).length;
  expect(out).toBeGreaterThan(4);
  expect(mails()).toBe(30 - out);
  const again = rows.map(({ personId, shard, id: former }) =>
    fixture.queue({ personId, shard, id: newId(shard) }).then(async (row) => [former, row.id] as const),
  );
  const pairs = await Promise.all(again);
  await runAt(START);
  const then = await Promise.all(pairs.map(async ([, id]) => (await statusOf(id)).codes.includes("held_out")));
  expect(then).toEqual(sides);
});
