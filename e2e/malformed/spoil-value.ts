import type { Random } from "./random.ts";

type Change = (value: unknown, random: Random) => unknown;

/** Stands in a value for a number that JSON can say and JavaScript cannot. */
export const RAW_NUMBER = "\u0001number:";

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const ODD: readonly [Change, ...Change[]] = [
  () => null,
  () => true,
  () => [],
  () => ({}),
  () => "",
  () => "   ",
  () => -1,
  () => 0.1,
  () => 1e308,
  () => Number.MIN_SAFE_INTEGER,
  (_, random) => `${RAW_NUMBER}${random.pick(["1e999", "-1e999", "123456789012345678901234567890", "1e-400", "-0"])}`,
  () => "\u0000",
  () => "name \ud83d",
  () => "\udc00\ud800",
  () => "\u202eabc\ufeff",
  () => "x".repeat(70_000),
  () => "2026-02-30T25:61:00+99:99",
  () => "{{ person.traits.name",
  () => "1 +",
  () => nested(40),
  () => nested(400),
  (value) => [value],
  (value) => ({ value }),
  (value) => String(value),
  () => Array.from({ length: 1_500 }, (_, index) => index),
  () => Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, index])),
];

const ODD_KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "",
  "\u0000",
  "\ud800",
  "nmae",
  "x".repeat(5_000),
  "0",
  "a.b/c~d",
];

/** A copy of a value with something wrong at one place: another type, a key that is missing, one that is too many. */
export function spoilValue(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.chance(0.25)) return random.pick(ODD)(value, random);
  if (Array.isArray(value)) return spoilList(value, random);
  const entries = Object.entries(value);
  const at = random.below(Math.max(1, entries.length));
  if (entries.length === 0 || random.chance(0.2)) {
    const key = ODD_KEYS[random.below(ODD_KEYS.length)] ?? "";
    return Object.fromEntries([...entries, [key, random.pick(ODD)(1, random)]]);
  }
  if (random.chance(0.2)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  return Object.fromEntries(
    entries.map(([key, inner], index) => [key, index === at ? spoilValue(inner, random) : inner]),
  );
}

function spoilList(list: readonly unknown[], random: Random): unknown {
  if (list.length === 0 || random.chance(0.2)) return [...list, random.pick(ODD)(null, random)];
  const at = random.below(list.length);
  return list.map((inner, index) => (index === at ? spoilValue(inner, random) : inner));
}
