import { beginningOf } from "#values";

const LONGEST = 1_000;

/** Traits as lists show them: a long value is shortened and ends in `…`. The person's page has the whole value. */
export function shortTraits(traits: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(traits).map(([key, value]) => [key, shortValue(value)]));
}

function shortValue(value: unknown): unknown {
  if (typeof value !== "string" && (typeof value !== "object" || value === null)) return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${beginningOf(text, LONGEST)}…` : value;
}
