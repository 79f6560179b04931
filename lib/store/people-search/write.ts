import type { TransactionSql } from "#db";
import type { Person } from "#engine";
import { type Connection, type Owned, type Owner, plain, shardsOf, toSqlTimestamp } from "../sql/connection.ts";
import { insertRows } from "../sql/insert-rows.ts";

/** Longer words are cut: a search text has at most 255 characters, and a long trait would only slow the index down. */
const LONGEST = 600;

type Searched = Pick<Person, "externalId" | "anonymousId"> & Partial<Pick<Person, "traits" | "tags">>;

/**
 * Writes what people are searched by, in the transaction that wrote the people. Rows that are right are left alone, so that
 * a changed plan or city costs one look and no write. The words come with the statement: a join with `people` has been
 * planned as 500 scans of the whole table where it has no statistics yet.
 */
export async function indexPeople(
  sql: Connection,
  rows: readonly Owned<Searched & { readonly createdAt: number }>[],
): Promise<void> {
  await sql`
    insert into people_search (shard, person_id, workspace_id, words, tags, created_at)
    select given.shard, given.person_id, given.workspace_id, given.words, given.tags, given.created_at::timestamptz
    from (
      select shard, person_id, workspace_id, words, created_at, array(select jsonb_array_elements_text(tags::jsonb)) as tags
      from unnest(
        ${shardsOf(rows)}::int[], ${plain(rows.map(({ owner }) => owner.personId))}::uuid[],
        ${plain(rows.map(({ owner }) => owner.workspaceId))}::uuid[], ${rows.map(({ row }) => wordsOf(row))}::text[],
        ${rows.map(({ row }) => JSON.stringify(row.tags ?? []))}::text[],
        ${rows.map(({ row }) => toSqlTimestamp(row.createdAt))}::text[]
      ) as listed (shard, person_id, workspace_id, words, tags, created_at)
    ) as given
    left join people_search s on s.shard = given.shard and s.person_id = given.person_id
    where s.person_id is null or s.words <> given.words or s.tags <> given.tags
    on conflict (shard, person_id) do update set words = excluded.words, tags = excluded.tags`;
}

type Copied = Owner & Searched;

/** What people are searched by whose rows are copied in the same transaction; `at` in ms. */
export async function copySearchedPeople(sql: TransactionSql, rows: readonly Copied[], at: number): Promise<void> {
  await insertRows(sql, "people_search", {
    shard: ["smallint", rows.map((row) => row.shard)],
    person_id: ["uuid", rows.map((row) => row.personId)],
    workspace_id: ["uuid", rows.map((row) => row.workspaceId)],
    words: ["text", rows.map(wordsOf)],
    tags: ["texts", rows.map(({ tags = [] }) => JSON.stringify(tags))],
    created_at: ["moment", rows.map(() => at)],
  });
}

const cut = (text: string, length: number): string =>
  text.length <= length ? text : [...text].slice(0, length).join("");

/** Ids, address and names in lower case, each after a space. A search text is put in lower case by the same function. */
export function wordsOf({ externalId, anonymousId, traits = {} }: Searched): string {
  const shown = [traits.email, traits.name, traits.firstName, traits.lastName].map((value) =>
    value === undefined || value === null ? null : cut(typeof value === "string" ? value : JSON.stringify(value), 255),
  );
  const found = [externalId, anonymousId, ...shown].filter((text) => text !== null);
  return cut(` ${found.join(" ").toLowerCase()}`, LONGEST);
}

/** For people who are found no longer: erased, or merged into another one. Returns how many there were. */
export async function dropFromSearch(sql: Connection, shard: number, people: readonly string[]): Promise<number> {
  const gone = await sql`
    delete from people_search where shard = ${shard} and person_id = any(${[...people]}::uuid[])`;
  return gone.count;
}
