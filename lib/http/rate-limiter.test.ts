import { expect, it } from "vitest";
import { RateLimiter, rateHeaders } from "./rate-limiter.ts";

it("a caller has so many requests a minute, each for themselves, and all of them again afterwards", () => {
  const limiter = new RateLimiter();
  const take = (caller: string, now: number) => limiter.take(caller, 3, now).allowed;
  expect([take("a", 0), take("a", 1), take("a", 2), take("a", 3)]).toEqual([true, true, true, false]);
  expect(take("b", 3)).toBe(true);
  expect(take("a", 59_999)).toBe(false);
  expect(take("a", 60_000)).toBe(true);
});

it("a caller who has to wait hears how long", () => {
  const limiter = new RateLimiter();
  limiter.take("a", 1, 0);
  const headers = rateHeaders(limiter.take("a", 1, 15_500));
  expect(headers).toEqual({
    "ratelimit-policy": '"minute";q=1;w=60',
    ratelimit: '"minute";r=0;t=45',
    "retry-after": "45",
  });
});
