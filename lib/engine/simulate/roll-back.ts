import type { JsonObject } from "#journey";
import type { FinishedEnrollment, Person, PersonChange } from "../advance-input.ts";
import type { EpochMs } from "../signal.ts";

/** The person as they were before the changes, which are undone from the last to the first (R41). */
export function rollBack(
  person: Person,
  changes: readonly PersonChange[],
  from: EpochMs,
  past: readonly FinishedEnrollment[],
): Person {
  let before = person;
  for (const change of [...changes].reverse()) if (change.at >= from) before = undo(before, change.before);
  const entered = past.filter((enrollment) => enrollment.enrolledAt < from).map((enrollment) => enrollment.enrolledAt);
  return { ...before, lastEnteredAt: entered.length === 0 ? null : Math.max(...entered) };
}

/** A change contains old values in full, both lists and single values; of the traits only those that changed. */
function undo(person: Person, { traits, ...rest }: JsonObject): Person {
  const earlier = { ...person, ...rest };
  if (typeof traits !== "object" || traits === null) return earlier;
  const restored: Record<string, unknown> = { ...person.traits, ...traits };
  for (const [key, value] of Object.entries(traits)) if (value === null) delete restored[key];
  return { ...earlier, traits: restored };
}
