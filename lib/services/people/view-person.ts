import { type Person as Patched, patchPerson } from "#engine";
import { type Context, iso, isoOrNull, notFound } from "#services";
import { followMerges, readWholePeople, type ShownPerson, type WholePerson } from "#store/people";
import type { Person } from "./schema.ts";

/** People as the API shows them, in the order of the rows: with what still waits in the inbox, and the segments they are in. */
export async function viewPeople(ctx: Context, rows: readonly ShownPerson[]): Promise<Person[]> {
  const ids = rows.map((row) => row.id);
  const found = new Map((await readWholePeople(ctx.database.sql, ctx.workspaceId, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []).map(toPerson);
}

/** Who is merged before their changes are read is shown as the person they became. */
export async function viewPerson(ctx: Context, row: ShownPerson): Promise<Person> {
  let id: string | null = row.id;
  while (id !== null) {
    const [person]: WholePerson[] = await readWholePeople(ctx.database.sql, ctx.workspaceId, [id]);
    if (person === undefined) break;
    if (person.merged_into === null) return toPerson(person);
    id = await followMerges(ctx.database.sql, person.merged_into);
  }
  throw notFound("person");
}

function toPerson({ patches, segments, ...row }: WholePerson): Person {
  const { traits, tags, stage, externalId, anonymousId } = patches.reduce<Patched>(
    (before, patch) => (patch && patchPerson(before, patch)?.person) ?? before,
    asStored(row),
  );
  return {
    id: row.id,
    externalId,
    anonymousId,
    traits,
    tags: [...tags],
    stage,
    segments: [...segments],
    lastSeenAt: isoOrNull(row.last_seen_at),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}

/** What the engine patches of a person; what else it knows of them is not shown here. */
function asStored(row: ShownPerson): Patched {
  const { id, external_id: externalId, anonymous_id: anonymousId, traits, tags, stage } = row;
  return { id, externalId, anonymousId, traits, tags, stage, segments: [], lastEnteredAt: null, createdAt: 0 };
}
