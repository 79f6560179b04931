import fc from "fast-check";
import { expect, it } from "vitest";
import { decimal } from "./decimal.ts";

it.each([
  ["plus", 0.1, 0.2, 0.3],
  ["minus", 1.1, 1, 0.1],
  ["times", 19.9, 100, 1990],
  ["times", 1e-7, 3, 3e-7],
  ["dividedBy", 1.1, 0.1, 11],
  ["modulo", 5.5, 0.5, 0],
  ["modulo", -1, 3, 2],
  ["modulo", 1, -3, -2],
  ["plus", 1e21, 1, 1e21],
] as const)("%s of %d and %d is %d", (operation, left, right, result) => {
  expect(decimal[operation](left, right)).toBe(result);
});

it.each([
  [1, 0, Number.POSITIVE_INFINITY],
  [-1, 0, Number.NEGATIVE_INFINITY],
  [0, 0, Number.NaN],
])("%d divided by %d is %d, which printing refuses", (left, right, result) => {
  expect(decimal.dividedBy(left, right)).toBe(result);
});

// Amounts with two decimals are what people compute with.
const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });

it("sums, differences and products of amounts have the digits of whole numbers of cents", () => {
  fc.assert(
    fc.property(cents, cents, (left, right) => {
      const [a, b] = [left / 100, right / 100];
      expect(decimal.plus(a, b)).toBe((left + right) / 100);
      expect(decimal.minus(a, b)).toBe((left - right) / 100);
      expect(decimal.times(a, b)).toBeCloseTo((left * right) / 10_000, 9);
    }),
  );
});

it("a remainder lies between nothing and the divisor, with its sign", () => {
  fc.assert(
    fc.property(
      cents,
      cents.filter((value) => value !== 0),
      (left, right) => {
        const rest = decimal.modulo(left / 100, right / 100);
        expect(Math.abs(rest)).toBeLessThan(Math.abs(right / 100));
        expect(rest === 0 || Math.sign(rest) === Math.sign(right)).toBe(true);
      },
    ),
  );
});
