import { beginningOf } from "#values";

const LONGEST = 80;

/** A JSON value as people would write it. */
export function sayValue(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") return `“${value.length > LONGEST ? `${beginningOf(value, LONGEST)}…` : value}”`;
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(sayValue).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `traits.plan` → `trait plan`; what is not known is said as it is written. */
export function sayField(path: string): string {
  const bare = path.startsWith("person.") ? path.slice("person.".length) : path;
  const words: readonly [prefix: string, words: string][] = [
    ["traits.", "trait"],
    ["event.properties.", "the event's"],
    ["trigger.properties.", "the starting event's"],
  ];
  for (const [prefix, word] of words) if (bare.startsWith(prefix)) return `${word} ${bare.slice(prefix.length)}`;
  return bare;
}
