import { expect, test } from "vitest";
import { patternSize } from "./pattern-size.ts";
import { patternWeight } from "./pattern-weight.ts";
import { isPattern, matchesGlob, matchesPattern, matchesUrl, patternProblem } from "./patterns.ts";

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

test("T1: a pattern that compiles to too much is refused before it is compiled", () => {
  const large = "a{1000}".repeat(140);
  expect(patternProblem(large)).toBe("is too large for a regular expression");
  expect(patternProblem("(")).toBe("is not a regular expression");
  expect(patternProblem("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")).toBeNull();
});

test.each([
  ["abc", 3],
  ["a{3}", 3],
  ["(ab){2,5}", 20],
  ["((a{10}){10}){9}", 1_098],
  ["[^]a-z\\]]{7}\\p{Greek}\\{9}", 11],
])("T1: the size of %s is told from its text", (source, size) => {
  expect(patternSize(source)).toBe(size);
});

test("T1: a search looks at as much of a text as fits in", () => {
  // Searching 8,000 characters would take a second, and this text has a million.
  expect(matchesPattern("[a-z]{900}[0-9]", "a".repeat(1_000_000))).toBe(false);
  expect(matchesPattern("[a-z]{90}[0-9]", `${"a".repeat(2_000)}1`)).toBe(true);
});

test("T1: a pattern that would take long to compile is refused, and ordinary ones in any script are not", () => {
  for (const slow of [
    `(?i)${"\\pL".repeat(330)}`,
    `(?i)${"[a-\\x{ffff}]".repeat(70)}`,
    `(?i)${"[B-\u{1e921}]".repeat(130)}`,
  ])
    expect(patternProblem(slow)).toBe("is too large for a regular expression");
  for (const usual of [
    "^\\p{L}{2,50}$",
    "(?i)^[a-z0-9._%+-]+@[a-z0-9.-]+$",
    "(?i)^[\\p{L}\\p{N} '-]{1,80}$",
    "(?i)[\\x{80}-\\x{10ffff}]",
  ])
    expect(patternProblem(usual)).toBeNull();
  expect(patternWeight("\\pL")).toBe(52);
});
