import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, newId, shardOf } from "#db";
import { testDatabase } from "#db/testing";
import { readConsentChanges } from "./consent-changes/index.ts";
import { people } from "./people/table.ts";
import { readPreferences, setPreferences } from "./preferences/index.ts";
import { readSubscriptions, type SubscriptionChange, setSubscription } from "./subscriptions/index.ts";
import {
  countSoftBounce,
  forgetSoftBounces,
  liftSuppression,
  readSuppressionHistory,
  readSuppressions,
  recordSuppression,
} from "./suppressions/index.ts";
import { testWorkspace } from "./testing/index.ts";

let database: Database;
let workspaceId: string;
let personId: string;

beforeAll(async () => {
  database = (await testDatabase()).database;
});
beforeEach(async () => {
  workspaceId = (await testWorkspace(database)).workspaceId;
  personId = newId();
  await database.orm.insert(people).values({ id: personId, shard: shardOf(personId), workspaceId });
});

const address = () => ({ workspaceId, channel: "email" as const, address: "Ada@Example.com" });
const written = (spelled: string) => ({ ...address(), address: spelled });
const set = (change: Partial<SubscriptionChange>) =>
  database.sql.begin((sql) =>
    setSubscription(sql, {
      ...{ workspaceId, personId, topic: "*", channel: "*", state: "unsubscribed", source: "test" },
      ...change,
    }),
  );

describe("suppressions", () => {
  test("hold for an address however it is written, once per reason, and not for another workspace", async () => {
    const { sql } = database;
    expect(await recordSuppression(sql, { ...address(), reason: "hard_bounce", source: "provider:ses" })).toBe(true);
    expect(await recordSuppression(sql, { ...written("ada@example.com"), reason: "hard_bounce", source: "x" })).toBe(
      false,
    );
    await recordSuppression(sql, { ...address(), reason: "complaint", source: "provider:ses" });
    const other = { ...address(), workspaceId: newId() };
    const found = await readSuppressions(sql, [written(" ADA@example.com"), other, address()]);
    expect(found.map((entries) => entries.map(({ reason }) => reason))).toEqual([
      ["hard_bounce", "complaint"],
      [],
      ["hard_bounce", "complaint"],
    ]);
  });

  test("that are lifted stay in the history, and the address can be suppressed again", async () => {
    const { sql } = database;
    const entry = { ...address(), reason: "manual", source: "member" } as const;
    await recordSuppression(sql, entry);
    expect(await liftSuppression(sql, { ...address(), reason: "complaint", by: "m", why: null })).toBe(0);
    expect(await liftSuppression(sql, { ...address(), reason: null, by: "m", why: "asked" })).toBe(1);
    expect(await readSuppressions(sql, [address()])).toEqual([[]]);
    expect(await recordSuppression(sql, entry)).toBe(true);
    const history = await readSuppressionHistory(sql, address());
    expect(history.map(({ liftReason }) => liftReason)).toEqual([null, "asked"]);
  });

  test("by soft bounces begin with the last of so many, and a message that arrived starts the count again", async () => {
    const { sql } = database;
    const bounce = () => countSoftBounce(sql, { ...address(), source: "s", detail: null }, { limit: 3, days: 14 });
    expect([await bounce(), await bounce()]).toEqual([false, false]);
    await forgetSoftBounces(sql, [address()]);
    expect([await bounce(), await bounce()]).toEqual([false, false]);
    expect(await readSuppressions(sql, [address()])).toEqual([[]]);
    expect(await bounce()).toBe(true);
    const [[entry] = []] = await readSuppressions(sql, [address()]);
    expect(entry).toMatchObject({ reason: "soft_bounces", decaysAt: expect.any(Number) });
    await sql`update suppressions set decays_at = now() - interval '1 second' where workspace_id = ${workspaceId}`;
    expect(await bounce()).toBe(false);
  });
});

describe("subscriptions", () => {
  test("keep the history of every answer, and an answer that changes nothing writes none", async () => {
    expect(await set({ source: "one_click" })).toBe(true);
    expect(await set({ source: "import" })).toBe(false);
    expect(await set({ state: "subscribed", reason: "asked by phone" })).toBe(true);
    expect(await set({ state: null })).toBe(true);
    expect(await readSubscriptions(database.sql, [personId])).toEqual([]);
    const history = await readConsentChanges(database.sql, { workspaceId, personId });
    expect(history.map(({ former, current }) => [former, current])).toEqual([
      ["subscribed", null],
      ["unsubscribed", "subscribed"],
      [null, "unsubscribed"],
    ]);
    expect(history.map(({ source, reason }) => [source, reason])).toContainEqual(["test", "asked by phone"]);
  });

  test("of a person of another workspace, or of nobody, are not stored", async () => {
    expect(await set({ workspaceId: newId() })).toBe(false);
    expect(await set({ personId: newId() })).toBe(false);
    expect(await readSubscriptions(database.sql, [personId])).toEqual([]);
  });
});

test("preferences change only in what was answered, with a history of each question", async () => {
  const say = (answers: Parameters<typeof setPreferences>[1]["answers"]) =>
    database.sql.begin((sql) => setPreferences(sql, { workspaceId, personId, answers, source: "preferences" }));
  expect(await say({ trackOpens: false, frequency: "weekly" })).toBe(true);
  expect(await say({ trackOpens: false })).toBe(false);
  expect(await say({ snoozedUntil: Date.UTC(2027, 0, 1) })).toBe(true);
  expect(await readPreferences(database.sql, [personId])).toMatchObject([
    { trackOpens: false, trackClicks: null, frequency: "weekly", snoozedUntil: Date.UTC(2027, 0, 1) },
  ]);
  const history = await readConsentChanges(database.sql, { workspaceId, personId });
  expect(history.map(({ what, current }) => `${what} ${current}`).sort()).toEqual([
    "frequency weekly",
    "snooze 2027-01-01T00:00:00.000Z",
    "track_opens false",
  ]);
});
