import { expect, test } from "vitest";
import { isPattern, matchesGlob, matchesUrl } from "./patterns.ts";

const url = "https://shop.test/cart?step=2";

test.each([
  ["equals", url, true],
  ["equals", "https://shop.test/cart", false],
  ["contains", "/cart", true],
  ["contains", "/pricing", false],
  ["starts", "https://shop.test", true],
  ["starts", "shop.test", false],
  ["glob", "https://*/cart?step=?", true],
  ["glob", "*/cart", false],
  ["regex", "/cart\\?step=\\d$", true],
  ["regex", "^/cart", false],
  ["regex", "(", false],
] as const)("%s %s", (matchType, pattern, matches) => {
  expect(matchesUrl({ matchType, pattern }, url)).toBe(matches);
});

test("patterns that would explode when they backtrack are answered like any other", () => {
  const long = `${"a".repeat(500_000)}!`;
  for (const pattern of ["(a+)+$", "(a|aa)+$", "(.*a){20}b", "^(([a-z])+.)+[A-Z]([a-z])+$"])
    expect(matchesUrl({ matchType: "regex", pattern }, long)).toBe(pattern.startsWith("(a"));
  expect(matchesGlob("*a".repeat(200), "b".repeat(8_000))).toBe(false);
});

test("a pattern that is too long or too large is none", () => {
  expect(isPattern("a".repeat(1_000))).toBe(true);
  expect(isPattern("a".repeat(1_001))).toBe(false);
  expect(isPattern("((a{100}){100}){100}")).toBe(false);
});
