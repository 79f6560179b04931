import { type Context, type FieldError, fieldError, invalid } from "#services";
import { lookUpIdentities } from "#store/identities";
import { followMerges, readMergedInto } from "#store/people";
import type { PersonReference } from "./schema.ts";

/** The ids of people named in any way, in order; throws `invalid` naming each that nobody has. `list` is the input's field. */
export async function resolvePeople(ctx: Context, people: readonly PersonReference[], list: string): Promise<string[]> {
  const found = await lookUpPeople(ctx, people);
  const errors: FieldError[] = people.flatMap((person, index) =>
    found[index] ? [] : [unknownPerson(person, list, index)],
  );
  if (errors.length > 0) throw invalid("Some of these people are not known.", errors);
  return found.map((id) => id ?? "");
}

/** The ids of people named in any way, in order; null for each unknown one. */
export async function lookUpPeople(ctx: Context, people: readonly PersonReference[]): Promise<(string | null)[]> {
  const [identities, known] = await Promise.all([loadIdentities(ctx, people), loadKnown(ctx, people)]);
  return people.map((person) => {
    const found = person.personId
      ? known.get(person.personId.toLowerCase())
      : identities.get(person.userId ? `external ${person.userId}` : `anonymous ${person.anonymousId}`);
    return found || null;
  });
}

function unknownPerson(person: PersonReference, list: string, index: number): FieldError {
  const field = person.personId ? "personId" : person.userId ? "userId" : "anonymousId";
  const value = person.personId ?? person.userId ?? person.anonymousId;
  const path = list === "personIds" ? [list, index] : [list, index, field];
  return fieldError(path, `There is no person with the ${field} ${JSON.stringify(value)}`);
}

async function loadIdentities(ctx: Context, people: readonly PersonReference[]): Promise<Map<string, string>> {
  const external = people.flatMap((person) => (person.personId ? [] : (person.userId ?? [])));
  const anonymous = people.flatMap((person) => (person.personId || person.userId ? [] : (person.anonymousId ?? [])));
  if (external.length + anonymous.length === 0) return new Map();
  const rows = await lookUpIdentities(ctx.database.sql, ctx.workspaceId, external, anonymous);
  return new Map(rows.map((row) => [`${row.kind} ${row.value}`, row.person_id]));
}

/** Known ids, each with its current person: a merged person resolves to the survivor. */
async function loadKnown(ctx: Context, people: readonly PersonReference[]): Promise<Map<string, string>> {
  const ids = people.flatMap((person) => person.personId?.toLowerCase() ?? []);
  if (ids.length === 0) return new Map();
  const rows = await readMergedInto(ctx.database.sql, ctx.workspaceId, ids);
  const current = async ({ id, merged_into }: (typeof rows)[number]) =>
    [id, merged_into === null ? id : ((await followMerges(ctx.database.sql, merged_into)) ?? "")] as const;
  return new Map(await Promise.all(rows.map(current)));
}
