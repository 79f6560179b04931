import { describe, expect, test } from "vitest";
import { isSuspended, notePace, openPace } from "./pace.ts";

const MINUTE = 60_000;

describe("the database's clock against the process's own", () => {
  test("R44 a clock that goes on as it should suspends nothing, however long a batch takes", () => {
    const pace = openPace();
    for (let n = 0; n < 100; n++) expect(notePace(pace, 1_000_000 + n * 90_000, n * 90_000 + (n % 7) * 1_000)).toBe(0);
    expect(isSuspended(pace, 0)).toBe(false);
  });

  test.each([6 * MINUTE, -6 * MINUTE, 400 * 86_400_000])(
    "R44 a jump of %i ms suspends claims for 30 s, once",
    (jump) => {
      const pace = openPace();
      notePace(pace, 0, 0);
      expect(notePace(pace, 1_000 + jump, 1_000)).toBe(jump);
      expect(isSuspended(pace, 30_999)).toBe(true);
      expect(isSuspended(pace, 31_000)).toBe(false);
      expect(notePace(pace, 5_000 + jump, 5_000)).toBe(0);
    },
  );

  test("a jump back to the right time counts again", () => {
    const pace = openPace();
    notePace(pace, 0, 0);
    notePace(pace, 3_600_000, 1_000);
    expect(notePace(pace, 2_000, 2_000)).toBeLessThan(-3_000_000);
  });
});
