import { describe, expect, test } from "vitest";
import {
  type ConsentStates,
  canReach,
  knownAddress,
  type ReachMessage,
  type Subscription,
  stricterPreferences,
  stricterSubscription,
  trackingOf,
} from "./index.ts";

const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const NONE: ConsentStates = { suppressions: [], subscriptions: [], preferences: null };
const topic = { id: "t1", name: "News", defaultOn: true };
const mail: ReachMessage = { channel: "email", address: "ada@example.com", transactional: false, topic };
const answer = (state: Subscription["state"], at: Partial<Subscription> = {}): Subscription => ({
  ...{ topic: "t1", channel: "*", source: "preferences", at: NOW },
  state,
  ...at,
});
const quiet = { trackOpens: null, trackClicks: null, frequency: null, snoozedUntil: null, lastMarketingAt: null };
const codes = (message: ReachMessage, states: Partial<ConsentStates>) => {
  const reach = canReach(message, { ...NONE, ...states }, NOW);
  return reach.reach ? [] : reach.reasons.map(({ code }) => code);
};
const hard = { reason: "hard_bounce", source: "provider:ses", at: NOW - DAY, decaysAt: null } as const;
const soft = { reason: "soft_bounces", source: "provider:ses", at: NOW - DAY, decaysAt: NOW + DAY } as const;

describe("whether a message may be sent", () => {
  test("every reason is told at once", () => {
    const states: ConsentStates = {
      suppressions: [hard, soft],
      subscriptions: [answer("unsubscribed", { topic: "*" }), answer("unsubscribed", { channel: "email" })],
      preferences: { ...quiet, snoozedUntil: NOW + DAY, frequency: "weekly", lastMarketingAt: NOW - DAY },
    };
    expect(codes({ ...mail, address: " " }, states)).toEqual([
      "no_address",
      "suppressed",
      "suppressed",
      "unsubscribed",
      "unsubscribed",
      "snoozed",
      "frequency",
    ]);
  });

  test("transactional content passes subscriptions, snoozing and soft bounces, and no other suppression", () => {
    const subscriptions = [answer("unsubscribed", { topic: "*" })];
    const preferences = { ...quiet, snoozedUntil: NOW + DAY };
    const receipt = { ...mail, transactional: true };
    expect(codes(receipt, { subscriptions, preferences, suppressions: [soft] })).toEqual([]);
    for (const reason of ["hard_bounce", "complaint", "manual", "stop_word", "provider"] as const)
      expect(codes(receipt, { suppressions: [{ ...hard, reason }] })).toEqual(["suppressed"]);
  });

  test("an entry whose time is over counts no longer", () => {
    expect(codes(mail, { suppressions: [{ ...soft, decaysAt: NOW }] })).toEqual([]);
    expect(codes(mail, { preferences: { ...quiet, snoozedUntil: NOW } })).toEqual([]);
    const rare = { ...quiet, frequency: "weekly", lastMarketingAt: NOW - 7 * DAY } as const;
    expect(codes(mail, { preferences: rare })).toEqual([]);
  });

  test("who left all topics, or the channel, is not reached by a topic they joined", () => {
    const joined = answer("subscribed");
    expect(codes(mail, { subscriptions: [joined, answer("unsubscribed", { topic: "*" })] })).toEqual(["unsubscribed"]);
    const noMail = answer("unsubscribed", { topic: "*", channel: "email" });
    expect(codes(mail, { subscriptions: [joined, noMail] })).toEqual(["unsubscribed"]);
    expect(codes({ ...mail, channel: "sms" }, { subscriptions: [joined, noMail] })).toEqual([]);
  });

  test("leaving one topic leaves the others", () => {
    const left = answer("unsubscribed");
    expect(codes(mail, { subscriptions: [left] })).toEqual(["unsubscribed"]);
    expect(codes({ ...mail, topic: { ...topic, id: "t2" } }, { subscriptions: [left] })).toEqual([]);
    expect(codes({ ...mail, topic: null }, { subscriptions: [left] })).toEqual([]);
  });

  test("a topic that is off by default needs a subscription, and one that is confirmed", () => {
    const off = { ...mail, topic: { ...topic, defaultOn: false } };
    expect(codes(off, {})).toEqual(["not_subscribed"]);
    expect(codes(off, { subscriptions: [answer("pending")] })).toEqual(["not_confirmed"]);
    expect(codes(off, { subscriptions: [answer("subscribed", { channel: "email" })] })).toEqual([]);
    expect(codes(off, { subscriptions: [answer("subscribed", { channel: "sms" })] })).toEqual(["not_subscribed"]);
  });
});

test("R39 of two answers the stricter is kept, and of equal ones the later", () => {
  const [yes, no] = [answer("subscribed", { at: NOW }), answer("unsubscribed", { at: NOW - DAY })];
  expect(stricterSubscription(yes, no)).toBe(no);
  expect(stricterSubscription(answer("pending"), yes).state).toBe("pending");
  expect(stricterSubscription(answer("subscribed", { at: 1 }), yes)).toBe(yes);
  const kept = stricterPreferences(
    { ...quiet, trackOpens: true, trackClicks: true, frequency: "monthly" },
    { ...quiet, trackOpens: false, frequency: "daily", snoozedUntil: NOW },
  );
  expect(kept).toEqual({ ...quiet, trackOpens: false, trackClicks: true, frequency: "monthly", snoozedUntil: NOW });
});

test("nobody is tracked until the workspace or the person says so, and the person decides", () => {
  expect(trackingOf({}, null)).toEqual({ opens: false, clicks: false });
  const settings = { tracking: { opens: true, clicks: true } };
  expect(trackingOf(settings, null)).toEqual({ opens: true, clicks: true });
  expect(trackingOf(settings, { trackOpens: false, trackClicks: null })).toEqual({ opens: false, clicks: true });
  expect(trackingOf({}, { trackOpens: true, trackClicks: null })).toEqual({ opens: true, clicks: false });
});

test("one address is one entry, however it is written", () => {
  expect(knownAddress("email", " Ada@Example.COM ")).toBe("ada@example.com");
  expect(knownAddress("sms", "0044 (20) 7946-0018")).toBe("+442079460018");
});
