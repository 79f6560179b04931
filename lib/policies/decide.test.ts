import { describe, expect, test } from "vitest";
import { HOUR_MS } from "#times";
import type { Sent } from "./caps.ts";
import { decideFor, fullCaps, type Wanted } from "./decide.ts";
import { policyProblems } from "./problems.ts";
import { type Cap, NO_POLICIES, type SendingPolicies } from "./schema.ts";

const NOW = Date.parse("2026-03-04T12:00:00Z");
const at = (text: string) => Date.parse(text);
const cap = (changes: Partial<Cap> = {}): Cap => ({
  ...{ channel: "email", topicId: null, limit: 1, period: { kind: "rolling", hours: 24 }, whenFull: "hold" },
  ...changes,
});
const sent = (when: string, changes: Partial<Sent> = {}): Sent => ({
  ...{ id: when, at: at(when), channel: "email", topic: null },
  ...changes,
});
const mail = (id: string, changes: Partial<Wanted> = {}): Wanted => ({
  ...{ id, channel: "email", topic: null, priority: 5, queuedAt: NOW, ignoresQuietHours: false, wasTried: false },
  ...changes,
});
const somebody = { zone: "UTC", sent: [] as readonly Sent[], isHeldOut: false, contenders: [] };
const capped = (...caps: readonly Cap[]): SendingPolicies => ({ ...NO_POLICIES, caps: [...caps] });

/** What is held, by id: until when, or the kind of the verdict. */
function outcome(policies: SendingPolicies, wanted: readonly Wanted[], who: Partial<typeof somebody> = {}, now = NOW) {
  const { verdicts } = decideFor(policies, { ...somebody, ...who }, wanted, now);
  return Object.fromEntries(
    [...verdicts].map(([id, one]) => [id, one.kind === "hold" ? new Date(one.until).toISOString() : one.kind]),
  );
}

test("a day of the calendar that is remembered counts neither the day before nor the day after", () => {
  const policies = capped(cap({ period: { kind: "calendar", unit: "day" } }));
  const given = { zone: "Europe/Berlin", sent: [sent("2026-03-04T12:00:00Z")] };
  const times = ["2026-03-04T22:59:59Z", "2026-03-04T23:00:00Z", "2026-03-04T13:00:00Z"];
  expect(times.map((time) => outcome(policies, [mail("a")], given, at(time)).a)).toEqual([
    "2026-03-04T23:00:00.000Z",
    "send",
    "2026-03-04T23:00:00.000Z",
  ]);
});

describe("caps", () => {
  test.each<[what: string, one: Cap, before: readonly Sent[], zone: string, expected: string]>([
    ["room", cap(), [], "UTC", "send"],
    ["rolling: until the last is a day old", cap(), [sent("2026-03-03T18:00:00Z")], "UTC", "2026-03-04T18:00:00.000Z"],
    ["rolling: exactly a day old is past", cap(), [sent("2026-03-03T12:00:00Z")], "UTC", "send"],
    ["rolling: one in the second before", cap(), [sent("2026-03-03T12:00:01Z")], "UTC", "2026-03-04T12:00:01.000Z"],
    [
      "rolling: of several over the limit the right one leaves",
      cap({ limit: 2 }),
      [sent("2026-03-04T01:00:00Z"), sent("2026-03-04T03:00:00Z"), sent("2026-03-04T02:00:00Z")],
      "UTC",
      "2026-03-05T02:00:00.000Z",
    ],
    [
      "a day of the calendar",
      cap({ period: { kind: "calendar", unit: "day" } }),
      [sent("2026-03-04T00:00:00Z")],
      "UTC",
      "2026-03-05T00:00:00.000Z",
    ],
    [
      "yesterday does not count",
      cap({ period: { kind: "calendar", unit: "day" } }),
      [sent("2026-03-03T23:59:59Z")],
      "UTC",
      "send",
    ],
    [
      "a day of the person",
      cap({ period: { kind: "calendar", unit: "day" } }),
      [sent("2026-03-03T23:59:59Z")],
      "Asia/Tokyo",
      "2026-03-04T15:00:00.000Z",
    ],
    [
      "a week begins on Monday",
      cap({ period: { kind: "calendar", unit: "week" } }),
      [sent("2026-03-02T00:00:00Z")],
      "UTC",
      "2026-03-09T00:00:00.000Z",
    ],
    [
      "a month",
      cap({ period: { kind: "calendar", unit: "month" } }),
      [sent("2026-03-01T00:00:00Z")],
      "Europe/Berlin",
      "2026-03-31T22:00:00.000Z",
    ],
    ["another channel", cap({ channel: "sms" }), [sent("2026-03-04T01:00:00Z")], "UTC", "send"],
    [
      "content in pages counts for all channels",
      cap({ channel: "any" }),
      [sent("2026-03-04T01:00:00Z", { channel: "inapp" })],
      "UTC",
      "2026-03-05T01:00:00.000Z",
    ],
    ["another topic", cap({ topicId: "news" }), [sent("2026-03-04T01:00:00Z", { topic: "news" })], "UTC", "send"],
    ["skips where it says so", cap({ whenFull: "skip" }), [sent("2026-03-04T01:00:00Z")], "UTC", "skip"],
  ])("%s", (_, one, before, zone, expected) => {
    expect(outcome(capped(one), [mail("a")], { sent: before, zone })).toEqual({ a: expected });
  });

  test("a month with an hour less, in the zone of the person", () => {
    const monthly = cap({ period: { kind: "calendar", unit: "month" } });
    const now = at("2026-03-30T12:00:00Z");
    const before = [sent("2026-03-01T00:00:00Z")];
    expect(outcome(capped(monthly), [mail("a")], { sent: before, zone: "Europe/Berlin" }, now)).toEqual({
      a: "2026-03-31T22:00:00.000Z",
    });
  });

  test("of messages to one person the most important takes the place, of equal ones the oldest", () => {
    const wanted = [mail("late"), mail("old", { queuedAt: NOW - 1 }), mail("vip", { priority: 9 })];
    const tomorrow = "2026-03-05T12:00:00.000Z";
    expect(outcome(capped(cap()), wanted)).toEqual({ vip: "send", old: tomorrow, late: tomorrow });
    expect(outcome(capped(cap({ limit: 2 })), wanted)).toEqual({ vip: "send", old: "send", late: tomorrow });
  });

  test("a more important message that another batch is about to send keeps its place, a less important one does not", () => {
    const contender = { id: "x", channel: "email" as const, topic: null, priority: 7, queuedAt: NOW };
    const decide = (priority: number) =>
      decideFor(
        capped(cap({ whenFull: "skip" })),
        { ...somebody, contenders: [contender] },
        [mail("a", { priority })],
        NOW,
      );
    expect(decide(5).verdicts.get("a")).toEqual({ kind: "hold", until: NOW + 5_000, reasons: [{ code: "priority" }] });
    expect(decide(9).verdicts.get("a")).toEqual({ kind: "send" });
  });

  test("a message keeps the place that it has, and gives it back when it waits, unless it may have arrived", () => {
    const own = sent("2026-03-04T11:00:00Z", { id: "a" });
    expect(outcome(capped(cap()), [mail("a")], { sent: [own] })).toEqual({ a: "send" });
    const night = { ...capped(cap()), quietHours: { from: "11:00", to: "13:00", channels: ["email" as const] } };
    const kept = (wasTried: boolean) =>
      decideFor(night, { ...somebody, sent: [own] }, [mail("a", { wasTried })], NOW).sent;
    expect([kept(false), kept(true)]).toEqual([[], [own]]);
  });

  test("every reason is told, and the wait ends when all are over", () => {
    const policies = { ...capped(cap()), quietHours: { from: "11:00", to: "13:00", channels: ["email" as const] } };
    const { verdicts } = decideFor(policies, { ...somebody, sent: [sent("2026-03-04T11:30:00Z")] }, [mail("a")], NOW);
    expect(verdicts.get("a")).toEqual({
      kind: "hold",
      // A day after the last one, which is quiet again.
      until: at("2026-03-05T13:00:00Z"),
      reasons: [
        { code: "quiet_hours", from: "11:00", to: "13:00", zone: "UTC" },
        { code: "cap", channel: "email", topic: null, limit: 1, period: { kind: "rolling", hours: 24 } },
      ],
    });
    expect(outcome(policies, [mail("a", { ignoresQuietHours: true })])).toEqual({ a: "send" });
  });

  test("who is held out gets none", () => {
    const policies = { ...NO_POLICIES, holdout: { percent: 5 } };
    expect(outcome(policies, [mail("a")], { isHeldOut: true })).toEqual({ a: "skip" });
  });

  test("content in pages asks for the same caps", () => {
    const before = [sent(new Date(NOW - HOUR_MS).toISOString(), { channel: "inapp" })];
    const ask = (channel: "inapp" | "email") =>
      fullCaps(capped(cap({ channel: "inapp" })), { channel, topic: null }, { zone: "UTC", sent: before }, NOW).length;
    expect([ask("inapp"), ask("email")]).toEqual([1, 0]);
  });
});

test("policies that exclude each other are found all at once", () => {
  const problems = policyProblems({
    ...NO_POLICIES,
    quietHours: { from: "21:00", to: "08:00", channels: ["email"] },
    sendWindows: [{ channel: "email", days: [1], from: "22:00", to: "23:00" }],
    caps: [cap(), cap({ limit: 3 })],
    rateLimits: [
      { channel: "sms", provider: "fcm", messages: 1, perSeconds: 1 },
      { channel: "sms", provider: "fcm", messages: 2, perSeconds: 1 },
    ],
  });
  expect(problems.map(({ path }) => path.join("."))).toEqual([
    "sendWindows.0",
    "caps.1",
    "rateLimits.1.channel",
    "rateLimits.0.provider",
    "rateLimits.1.provider",
  ]);
});
