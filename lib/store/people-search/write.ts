import type { Fragment } from "#db";
import { type Connection, plain } from "../sql/connection.ts";

type Place = { readonly shard: number; readonly personId: string };

/** Longer words are cut: a search text has at most 255 characters, and a long trait would only slow the index down. */
const LONGEST = 600;

/** What a row of `people`, here `p`, is searched by. */
const words = (sql: Connection): Fragment => sql`
  left(' ' || lower(concat_ws(' ', p.external_id, p.anonymous_id, left(p.traits ->> 'email', 255),
    left(p.traits ->> 'name', 255), left(p.traits ->> 'firstName', 255), left(p.traits ->> 'lastName', 255))), ${LONGEST})`;

/**
 * Writes what people are searched by, in the transaction that wrote the people. Rows that are right are left alone, so that
 * a changed plan or city costs one look and no write.
 */
export async function indexPeople(sql: Connection, people: readonly Place[]): Promise<void> {
  await sql`
    insert into people_search (shard, person_id, workspace_id, words, tags, created_at)
    select p.shard, p.id, p.workspace_id, ${words(sql)}, p.tags, p.created_at
    from unnest(
      ${plain(people.map(({ shard }) => shard))}::int[], ${plain(people.map(({ personId }) => personId))}::uuid[]
    ) as wanted (shard, id)
    join people p on p.shard = wanted.shard and p.id = wanted.id and p.merged_into is null
    left join people_search s on s.shard = p.shard and s.person_id = p.id
    where s.person_id is null or s.words <> ${words(sql)} or s.tags <> p.tags
    on conflict (shard, person_id) do update set words = excluded.words, tags = excluded.tags`;
}

/** For people who are found no longer: erased, or merged into another one. */
export async function dropFromSearch(sql: Connection, shard: number, people: readonly string[]): Promise<void> {
  await sql`delete from people_search where shard = ${shard} and person_id = any(${[...people]}::uuid[])`;
}
