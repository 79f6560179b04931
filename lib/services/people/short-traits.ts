import { beginningOf } from "#values";

const LONGEST = 1_000;

/** Traits as lists show them: of a long value the beginning of its text, then `…`. The person's own page has all of it. */
export function shortTraits(traits: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(traits).map(([key, value]) => [key, shortValue(value)]));
}

function shortValue(value: unknown): unknown {
  if (typeof value !== "string" && (typeof value !== "object" || value === null)) return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${beginningOf(text, LONGEST)}…` : value;
}
