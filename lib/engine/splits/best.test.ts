import { describe, expect, test } from "vitest";
import { type PathCount, probabilitiesToBeBest } from "./best.ts";
import { liftOver, rateInterval } from "./interval.ts";

const path = (entered: number, converted: number): PathCount => ({ entered, converted });

const LN_FACTORIALS = [0, 0];
function lnFactorial(n: number): number {
  for (let k = LN_FACTORIALS.length; k <= n; k += 1) LN_FACTORIALS[k] = (LN_FACTORIALS[k - 1] ?? 0) + Math.log(k);
  return LN_FACTORIALS[n] ?? 0;
}
const lnBeta = (a: number, b: number) => lnFactorial(a - 1) + lnFactorial(b - 1) - lnFactorial(a + b - 1);

/** The closed formula for two Beta distributions with whole parameters, without integration. */
function exactlyBetter(right: PathCount, left: PathCount): number {
  const [a, b] = [left.converted + 1, left.entered - left.converted + 1];
  const [c, d] = [right.converted + 1, right.entered - right.converted + 1];
  let sum = 0;
  for (let i = 0; i < c; i += 1)
    sum += Math.exp(lnBeta(a + i, b + d) - Math.log(d + i) - lnBeta(1 + i, d) - lnBeta(a, b));
  return sum;
}

describe("the probability to be the best", () => {
  test.each([
    [path(100, 10), path(100, 15)],
    [path(1_000, 100), path(1_000, 120)],
    [path(50, 0), path(10, 3)],
    [path(20_000, 4_000), path(20_000, 4_100)],
    [path(7, 7), path(400, 380)],
    [path(3, 1), path(2, 0)],
  ])("of two paths is the sum in closed form: %o against %o", (left, right) => {
    const exact = exactlyBetter(right, left);
    const [first, second] = probabilitiesToBeBest([left, right]);
    expect(second).toBeCloseTo(exact, 7);
    expect(first).toBeCloseTo(1 - exact, 7);
  });

  test("against a path nobody took is what the mean leaves over", () => {
    expect(probabilitiesToBeBest([path(100, 30), path(0, 0)])[1]).toBeCloseTo(1 - 31 / 102, 9);
  });

  test("is shared equally by equal paths, and is certain for a path alone", () => {
    for (const share of probabilitiesToBeBest([path(80, 8), path(80, 8), path(80, 8)]))
      expect(share).toBeCloseTo(1 / 3, 9);
    expect(probabilitiesToBeBest([path(10, 1)])).toEqual([1]);
    expect(probabilitiesToBeBest([])).toEqual([]);
  });

  test("sums to one for ten paths and millions of people", () => {
    const many = Array.from({ length: 10 }, (_, index) => path(1_000_000, 100_000 + index * 40));
    const shares = probabilitiesToBeBest(many);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares.every((share, index) => index === 0 || share > (shares[index - 1] ?? 1))).toBe(true);
  });

  test("never sees more conversions than people", () => {
    expect(probabilitiesToBeBest([path(5, 6), path(5, 5)])[0]).toBeCloseTo(0.5, 9);
  });
});

describe("the interval of a rate", () => {
  test.each([
    [path(100, 10), 0.0552, 0.1744],
    [path(100, 50), 0.4038, 0.5962],
    [path(10, 0), 0, 0.2775],
    [path(10, 10), 0.7225, 1],
    [path(0, 0), 0, 1],
  ])("of %o is Wilson's", (count, low, high) => {
    const [from, to] = rateInterval(count);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });
});

describe("the lift over the holdout", () => {
  test("is the ratio of the rates less one, with Katz' interval", () => {
    const lift = liftOver(path(100, 10), path(100, 15));
    expect(lift?.value).toBeCloseTo(0.5, 12);
    expect(lift?.interval[0]).toBeCloseTo(-0.2919, 3);
    expect(lift?.interval[1]).toBeCloseTo(2.1774, 3);
  });

  test("is unknown while one of them has no conversion", () => {
    expect(liftOver(path(100, 0), path(100, 15))).toBeNull();
    expect(liftOver(path(100, 10), path(100, 0))).toBeNull();
  });
});
