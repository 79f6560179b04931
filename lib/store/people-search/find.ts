import { ALL_SHARDS, type Fragment } from "#db";
import type { Connection } from "../sql/connection.ts";

/** What is asked of the searched words and tags; at least one of them. */
export type Sought = { readonly text: string | null; readonly tag: string | null };

/** How a text is found: anywhere in the words, or at the beginnings of words where the extension is missing. */
export type SearchWay = "trigrams" | "beginnings";

/** Fewer characters have no trigram, so they are found at the beginnings of words only. */
const SHORTEST_ANYWHERE = 3;

/** Rows of `people_search`, here `s`, that match. */
export function isFound(sql: Connection, { text, tag }: Sought, way: SearchWay): Fragment {
  return sql`
    ${text === null ? sql`` : hasText(sql, text.trim().toLowerCase(), way)}
    ${tag === null ? sql`` : sql`and s.tags @> array[${tag}]::text[]`}`;
}

function hasText(sql: Connection, text: string, way: SearchWay): Fragment {
  if (way === "trigrams") return sql`and s.words like ${pattern(text)}`;
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  const query = parts.map((part) => `${part}:*`).join(" & ");
  // The expression of the index, letter by letter.
  return sql`and to_tsvector('simple', regexp_replace(s.words, '[^[:alnum:]]+', ' ', 'g')) @@ to_tsquery('simple', ${query})`;
}

/** A `like` pattern that matches anywhere, with wildcards escaped. */
function pattern(text: string): string {
  const escaped = text.replace(/[\\%_]/g, "\\$&");
  return text.length < SHORTEST_ANYWHERE ? `% ${escaped}%` : `%${escaped}%`;
}

/** By the index that the installation has; asked each time, as an owner may create it at any time. */
export async function readSearchWay(sql: Connection): Promise<SearchWay> {
  const [row] = await sql<{ has: boolean }[]>`select to_regclass('people_search_trigrams') is not null as has`;
  return row?.has ? "trigrams" : "beginnings";
}

/** How many rows of one shard are looked at for the share of those that match. */
const SAMPLE = 2_000;

/** The share of a workspace's people who match, from a sample of one shard; shards are made by random bits. */
export async function sampleShare(
  sql: Connection,
  workspaceId: string,
  sought: Sought,
  way: SearchWay,
): Promise<number> {
  const [row] = await sql<{ share: number | null }[]>`
    select avg(case when true ${isFound(sql, sought, way)} then 1 else 0 end)::float8 as share
    from (
      select words, tags from people_search where shard = ${ALL_SHARDS[0] ?? 0} and workspace_id = ${workspaceId} limit ${SAMPLE}
    ) s`;
  return row?.share ?? 0;
}
