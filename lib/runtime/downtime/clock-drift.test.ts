import { describe, expect, test } from "vitest";
import { isSuspended, noteClock, openClockDrift } from "./clock-drift.ts";

const MINUTE = 60_000;

describe("the database's clock against the process's own", () => {
  test("R44 a clock that runs normally suspends nothing, however long a batch takes", () => {
    const drift = openClockDrift();
    for (let n = 0; n < 100; n++)
      expect(noteClock(drift, 1_000_000 + n * 90_000, n * 90_000 + (n % 7) * 1_000)).toBe(0);
    expect(isSuspended(drift, 0)).toBe(false);
  });

  test.each([6 * MINUTE, -6 * MINUTE, 400 * 86_400_000])(
    "R44 a jump of %i ms suspends claims for 30 s, once",
    (jump) => {
      const drift = openClockDrift();
      noteClock(drift, 0, 0);
      expect(noteClock(drift, 1_000 + jump, 1_000)).toBe(jump);
      expect(isSuspended(drift, 30_999)).toBe(true);
      expect(isSuspended(drift, 31_000)).toBe(false);
      expect(noteClock(drift, 5_000 + jump, 5_000)).toBe(0);
    },
  );

  test("a jump back to the right time counts again", () => {
    const drift = openClockDrift();
    noteClock(drift, 0, 0);
    noteClock(drift, 3_600_000, 1_000);
    expect(noteClock(drift, 2_000, 2_000)).toBeLessThan(-3_000_000);
  });
});
