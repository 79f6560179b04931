import { type Context, invalidField, ServiceError } from "#services";
import { createPerson, lookUpPeople, type PersonReference, resolvePeople } from "#services/people";
import { readCsv } from "./read-csv.ts";
import type { EnrollInput, UnknownPeople } from "./schema.ts";

/** So many people are created on the way at most; more belong into an import. */
const CREATED_AT_ONCE = 1_000;
const CREATED_TOGETHER = 8;
const SHOWN = 100;

export type NamedPeople = { readonly personIds: string[]; readonly unknown: UnknownPeople; readonly created: number };

/** The people an input names, each once. Whom nobody knows is refused, left out or created, as the input says. */
export async function namedPeople(ctx: Context, input: EnrollInput): Promise<NamedPeople> {
  const named = input.people ?? readCsv(input.csv ?? "");
  const mode = input.unknown ?? "refuse";
  if (mode === "refuse") {
    const personIds = await resolvePeople(ctx, named, input.people ? "people" : "csv");
    return { personIds: [...new Set(personIds)], unknown: { count: 0, first: [] }, created: 0 };
  }
  const found = await lookUpPeople(ctx, named);
  const created = mode === "create" ? await createUnknown(ctx, named, found) : 0;
  const ids = created > 0 ? await lookUpPeople(ctx, named) : found;
  const personIds = [...new Set(ids.filter((id) => id !== null))];
  return { personIds, unknown: unknownOf(named, ids), created };
}

/** Those of the named people who are not found. */
export function unknownOf(named: readonly PersonReference[], found: readonly (string | null)[]): UnknownPeople {
  const missing = named.flatMap((person, index) => (found[index] === null ? [{ place: index + 1, ...person }] : []));
  return { count: missing.length, first: missing.slice(0, SHOWN) };
}

/** Creates everybody who is named by an id of your own or of a browser; an id of ours cannot be made. Answers how many. */
async function createUnknown(
  ctx: Context,
  named: readonly PersonReference[],
  found: readonly (string | null)[],
): Promise<number> {
  const missing = new Map<string, PersonReference>();
  named.forEach((person, index) => {
    if (found[index] === null && !person.personId) missing.set(JSON.stringify(person), person);
  });
  if (missing.size > CREATED_AT_ONCE) {
    const message = `${missing.size} of these people are not known, and ${CREATED_AT_ONCE} can be created at once`;
    throw invalidField(["unknown"], message);
  }
  const people = [...missing.values()];
  let created = 0;
  while (people.length > 0) {
    const made = await Promise.all(people.splice(0, CREATED_TOGETHER).map((person) => createOne(ctx, person)));
    created += made.filter(Boolean).length;
  }
  return created;
}

/** False when somebody else created the same person meanwhile: they are found by now. */
async function createOne(ctx: Context, { userId, anonymousId }: PersonReference): Promise<boolean> {
  try {
    await createPerson(ctx, userId ? { externalId: userId } : { anonymousId });
    return true;
  } catch (error) {
    if (error instanceof ServiceError && error.code === "conflict") return false;
    throw error;
  }
}
