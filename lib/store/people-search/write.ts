import type { Fragment, TransactionSql } from "#db";
import type { Person } from "#engine";
import { type Connection, type Owner, plain } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";

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

type Copied = Owner &
  Partial<Pick<Person, "traits" | "tags">> & {
    readonly externalId: string | null;
    readonly anonymousId: string | null;
  };

/** What people are searched by whose rows are copied in the same transaction; `at` in ms. */
export async function copySearchedPeople(sql: TransactionSql, rows: readonly Copied[], at: number): Promise<void> {
  await insertRows(sql, "people_search", {
    shard: ["smallint", rows.map((row) => row.shard)],
    person_id: ["uuid", rows.map((row) => row.personId)],
    workspace_id: ["uuid", rows.map((row) => row.workspaceId)],
    words: ["text", rows.map(copiedWords)],
    tags: ["texts", rows.map(({ tags = [] }) => JSON.stringify(tags))],
    created_at: ["moment", rows.map(() => at)],
  });
}

const cut = (text: string, length: number): string =>
  text.length <= length ? text : [...text].slice(0, length).join("");

/** The same words as `words` has them of a stored row. */
function copiedWords({ externalId, anonymousId, traits = {} }: Copied): string {
  const shown = [traits.email, traits.name, traits.firstName, traits.lastName].map((value) =>
    value === undefined || value === null ? null : cut(typeof value === "string" ? value : JSON.stringify(value), 255),
  );
  const found = [externalId, anonymousId, ...shown].filter((text) => text !== null);
  return cut(` ${found.join(" ").toLowerCase()}`, LONGEST);
}

/** For people who are found no longer: erased, or merged into another one. */
export async function dropFromSearch(sql: Connection, shard: number, people: readonly string[]): Promise<void> {
  await sql`delete from people_search where shard = ${shard} and person_id = any(${[...people]}::uuid[])`;
}
