import { expect, it } from "vitest";
import type { Channel, SendResult } from "#channels";
import { Breaker } from "./breaker.ts";

const channelOf = (kind: Channel["kind"]): Channel => ({
  kind,
  name: "A",
  concurrency: 1,
  send: async () => ({ status: "captured" }),
  close: async () => {},
});
const outage: SendResult = { status: "failed", permanent: false, error: "down", isOutage: true };
const refused: SendResult = { status: "failed", permanent: true, error: "no such number" };
const sent: SendResult = { status: "sent", providerId: "1" };

function fail(breaker: Breaker, times: number, now: number, result = outage): void {
  for (let n = 0; n < times; n++) breaker.note(result, now);
}

it("rests after five failures in a row, then lets one message try, and rests longer if that fails", () => {
  const breaker = new Breaker(channelOf("sms"), "+49171");
  fail(breaker, 4, 0);
  expect(breaker.wait(0)).toBe(0);
  fail(breaker, 1, 0);
  const first = breaker.wait(0);
  expect(first).toBeGreaterThan(10_000);
  expect(breaker.wait(first)).toBe(0);
  expect(breaker.wait(first)).toBe(2_000);
  breaker.note(outage, first);
  expect(breaker.wait(first)).toBeGreaterThan(20_000);
  const later = first + breaker.wait(first);
  expect(breaker.wait(later)).toBe(0);
  breaker.note(sent, later);
  for (let n = 0; n < 3; n++) expect(breaker.wait(later)).toBe(0);
});

it("does not rest for refusals of single messages, nor forget a wait that was asked for", () => {
  const breaker = new Breaker(channelOf("email"), "a@b.example");
  fail(breaker, 3, 0);
  fail(breaker, 9, 0, refused);
  fail(breaker, 4, 0);
  expect(breaker.wait(0)).toBe(0);
  breaker.note({ ...outage, retryAfterMs: 600_000 }, 0);
  expect(breaker.wait(0)).toBe(600_000);
});

it("tells endpoints of webhooks apart by host, and channels from each other", () => {
  const webhook = channelOf("webhook");
  fail(new Breaker(webhook, "https://down.example/a"), 5, 0);
  expect(new Breaker(webhook, "https://down.example/b").wait(0)).toBeGreaterThan(0);
  expect(new Breaker(webhook, "https://up.example/").wait(0)).toBe(0);
  expect(new Breaker(channelOf("webhook"), "https://down.example/").wait(0)).toBe(0);
});
