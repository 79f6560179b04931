import type { EnrollPreview, UnknownPeople } from "#data";
import { formatNumber, peopleCount } from "#shell";

/** "20 people, 5 can be reached by email, 15 have no address." */
export function reachSentence({ people, withEmail }: EnrollPreview): string {
  if (people === 0) return "None of these people is known.";
  const without = people - withEmail;
  const parts = [peopleCount(people), `${formatNumber(withEmail)} can be reached by email`];
  if (without > 0) parts.push(`${formatNumber(without)} ${without === 1 ? "has" : "have"} no address`);
  return `${parts.join(", ")}.`;
}

/** The number of unknown ids; says so if the list below is shortened. */
export function unknownSentence({ count, first }: UnknownPeople): string {
  const rest = count > first.length ? ` The first ${first.length}:` : "";
  return `${formatNumber(count)} ${count === 1 ? "id is" : "ids are"} not known.${rest}`;
}

/** An id as it was given, with its place among the chosen people or its line in the list. */
export function nameOfUnknown(person: UnknownPeople["first"][number], lines?: readonly number[]): string {
  const { place, personId, userId, anonymousId } = person;
  const line = lines?.[place - 1];
  return `${personId ?? userId ?? anonymousId ?? ""} (${line === undefined ? `number ${place}` : `line ${line}`})`;
}
