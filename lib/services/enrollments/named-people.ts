import type { JsonObject } from "#journey";
import { type Context, invalidField, ServiceError } from "#services";
import { createPerson, lookUpPeople, type PersonReference, resolvePeople } from "#services/people";
import { readPeople } from "./read-people.ts";
import type { EnrollInput, NamedPerson, UnknownPeople } from "./schema.ts";

/** The maximum of people created; more need an import. */
const CREATED_AT_ONCE = 1_000;
const CREATED_TOGETHER = 8;
const SHOWN = 100;

/** Properties by the person's id, of those who have some of their own. */
export type PropertiesById = Readonly<Record<string, JsonObject>>;
export type NamedPeople = {
  readonly personIds: string[];
  readonly propertiesById: PropertiesById;
  readonly unknown: UnknownPeople;
  readonly created: number;
};

/** The people that an input names, each once. Unknown people are refused, skipped or created, as the input says. */
export async function namedPeople(ctx: Context, input: EnrollInput): Promise<NamedPeople> {
  const named: readonly NamedPerson[] = input.people ?? (await readPeople(input.csv ?? ""));
  const mode = input.unknown ?? "refuse";
  if (mode === "refuse") {
    const personIds = await resolvePeople(ctx, named, input.people ? "people" : "csv");
    const propertiesById = ownProperties(named, personIds);
    return { personIds: [...new Set(personIds)], propertiesById, unknown: { count: 0, first: [] }, created: 0 };
  }
  const found = await lookUpPeople(ctx, named);
  const created = mode === "create" ? await createUnknown(ctx, named, found) : 0;
  const ids = created > 0 ? await lookUpPeople(ctx, named) : found;
  const personIds = [...new Set(ids.filter((id) => id !== null))];
  return { personIds, propertiesById: ownProperties(named, ids), unknown: unknownOf(named, ids), created };
}

/** Of somebody who is named more than once, the first time counts. */
function ownProperties(named: readonly NamedPerson[], ids: readonly (string | null)[]): PropertiesById {
  const own = new Map<string, JsonObject>();
  named.forEach(({ properties }, index) => {
    const id = ids[index];
    if (id && properties && !own.has(id)) own.set(id, properties);
  });
  return Object.fromEntries(own);
}

/** Those of the named people who are not found. */
export function unknownOf(named: readonly NamedPerson[], found: readonly (string | null)[]): UnknownPeople {
  const missing = named.flatMap(({ properties: _, ...person }, index) =>
    found[index] === null ? [{ place: index + 1, ...person }] : [],
  );
  return { count: missing.length, first: missing.slice(0, SHOWN) };
}

/** Creates the people named by an external or anonymous id; internal ids cannot be created. Returns how many. */
async function createUnknown(
  ctx: Context,
  named: readonly NamedPerson[],
  found: readonly (string | null)[],
): Promise<number> {
  const missing = new Map<string, PersonReference>();
  named.forEach(({ personId, userId, anonymousId }, index) => {
    const person = { userId, anonymousId };
    if (found[index] === null && !personId) missing.set(JSON.stringify(person), person);
  });
  if (missing.size > CREATED_AT_ONCE) {
    const message = `${missing.size} of these people are not known; at most ${CREATED_AT_ONCE} can be created at once`;
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

/** False if the same person was created meanwhile, and so is found. */
async function createOne(ctx: Context, { userId, anonymousId }: PersonReference): Promise<boolean> {
  try {
    await createPerson(ctx, userId ? { externalId: userId } : { anonymousId });
    return true;
  } catch (error) {
    if (error instanceof ServiceError && error.code === "conflict") return false;
    throw error;
  }
}
