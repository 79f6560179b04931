import { shardOf } from "#db";
import type { PersonPatch } from "#engine";
import { type Context, iso, isoOrNull, notFound } from "#services";
import { followMerges } from "#store/people";
import { patched } from "./patched.ts";
import { type PersonRow, personColumns } from "./person-row.ts";
import type { Person } from "./schema.ts";

type Segment = { readonly id: string; readonly key: string; readonly name: string };
type Whole = PersonRow & { readonly patches: readonly (PersonPatch | null)[]; readonly segments: readonly Segment[] };

/** People as the API shows them, in the order of the rows: with what still waits in the inbox, and the segments they are in. */
export async function viewPeople(ctx: Context, rows: readonly PersonRow[]): Promise<Person[]> {
  const ids = rows.map((row) => row.id);
  const found = new Map((await readWhole(ctx, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []).map(toPerson);
}

/** Who is merged before their changes are read is shown as the person they became. */
export async function viewPerson(ctx: Context, row: PersonRow): Promise<Person> {
  let id: string | null = row.id;
  while (id !== null) {
    const [person]: Whole[] = await readWhole(ctx, [id]);
    if (person === undefined) break;
    if (person.merged_into === null) return toPerson(person);
    id = await followMerges(ctx.database.sql, person.merged_into);
  }
  throw notFound("person");
}

/**
 * One statement, as a batch takes a change out of the inbox and writes it to the person in one commit: read one after the
 * other, it would be in neither.
 */
async function readWhole(ctx: Context, ids: readonly string[]): Promise<Whole[]> {
  if (ids.length === 0) return [];
  const { sql } = ctx.database;
  return await sql<Whole[]>`
    select ${personColumns(sql)}, (
        select coalesce(json_agg(i.payload -> 'patch' order by i.received_at, i.id), '[]') from inbox i
        where i.shard = p.shard and i.person_id = p.id and i.kind = 'patch') as patches, (
        select coalesce(json_agg(json_build_object('id', s.id, 'key', s.key, 'name', s.name) order by s.name), '[]')
        from segment_members m join segments s on s.id = m.segment_id
        where m.shard = p.shard and m.person_id = p.id and s.workspace_id = ${ctx.workspaceId}) as segments
    from unnest(${ids.map(shardOf)}::int[], ${[...ids]}::text[]::uuid[]) as wanted (number, person)
    join people p on p.shard = wanted.number and p.id = wanted.person
    where p.workspace_id = ${ctx.workspaceId}`;
}

function toPerson({ patches, segments, ...row }: Whole): Person {
  const person = patches.reduce<PersonRow>((before, patch) => patched(before, patch), row);
  return {
    id: person.id,
    externalId: person.external_id,
    anonymousId: person.anonymous_id,
    traits: person.traits,
    tags: person.tags,
    stage: person.stage,
    segments: [...segments],
    lastSeenAt: isoOrNull(person.last_seen_at),
    createdAt: iso(person.created_at),
    updatedAt: iso(person.updated_at),
  };
}
