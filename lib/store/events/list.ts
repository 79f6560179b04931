import { ALL_SHARDS, type Fragment, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";
import { type Count, countAbout } from "../sql/count-about.ts";

/** An event with its person; times are text. */
export type ShownEvent = {
  id: string;
  name: string;
  person_id: string;
  site_id: string | null;
  properties: Record<string, unknown>;
  context: Record<string, unknown> | null;
  timestamp: string;
  received_at: string;
  message_id: string | null;
  imported: boolean;
  person_found: string | null;
  external_id: string | null;
  anonymous_id: string | null;
  traits: Record<string, unknown> | null;
};

export type EventFilter = {
  readonly workspaceId: string;
  readonly personId?: string | undefined;
  readonly name?: string | undefined;
};

/** Shards hold fair shares of a log; so many rows more than the fair share make it unlikely that one runs out. */
const SPARE = 8;

/** How many rows of each shard a page needs, if they are spread as at random. */
function shareOf(reach: number, shards: number): number {
  const fair = reach / shards;
  return Math.min(reach, Math.ceil(fair + SPARE * Math.sqrt(fair + 1)));
}

/** A page of the log, newest first. */
export async function listShownEvents(
  sql: Connection,
  filter: EventFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ShownEvent[]> {
  const shards = filter.personId ? [shardOf(filter.personId)] : ALL_SHARDS;
  const reach = offset + limit;
  const share = shareOf(reach, shards.length);
  const page = await readPage(sql, filter, shards, { limit, offset, share });
  if (share === reach || !page.isShort) return page.rows;
  return (await readPage(sql, filter, shards, { limit, offset, share: reach })).rows;
}

type Reach = { readonly limit: number; readonly offset: number; readonly share: number };

/**
 * Reads the same number of the latest events of each shard. `isShort`: a shard may have more that belong on the page. The
 * log has no index that is not led by the shard, as it is the table that is written most.
 */
async function readPage(
  sql: Connection,
  filter: EventFilter,
  shards: readonly number[],
  { limit, offset, share }: Reach,
): Promise<{ readonly rows: ShownEvent[]; readonly isShort: boolean }> {
  const rows = await sql<(ShownEvent & { is_short: boolean })[]>`
    with latest as materialized (
      select own.* from unnest(${[...shards]}::int[]) as s (number)
      cross join lateral (
        select shard, received_at, id from events where shard = s.number ${eventFilter(sql, filter)}
        order by received_at desc, id desc limit ${share}
      ) own
    ), page as (
      select * from latest order by received_at desc, id desc limit ${limit} offset ${offset}
    ), cut as (
      select max(oldest) as oldest from (
        select min(received_at) as oldest from latest group by shard having count(*) = ${share}
      ) whole
    )
    select e.*, p.id as person_found, p.external_id, p.anonymous_id, p.traits,
      coalesce((select cut.oldest from cut) >= coalesce((select min(page.received_at) from page), '-infinity'), false)
        as is_short
    from (select true) always left join page on true
    left join events e on e.shard = page.shard and e.received_at = page.received_at and e.id = page.id
    left join people p on p.shard = e.shard and p.id = e.person_id
    order by e.received_at desc, e.id desc`;
  return { rows: rows.filter(({ id }) => id !== null), isShort: rows[0]?.is_short ?? false };
}

function eventFilter(sql: Connection, { workspaceId, personId, name }: EventFilter): Fragment {
  return sql`
    and workspace_id = ${workspaceId}
    ${personId ? sql`and person_id = ${personId}` : sql``}
    ${name === undefined ? sql`` : sql`and name = ${name}`}`;
}

/** How many events match; of many an estimate. */
export async function countEvents(sql: Connection, filter: EventFilter): Promise<Count> {
  const shards = filter.personId ? [shardOf(filter.personId)] : ALL_SHARDS;
  return await countAbout(
    sql,
    () => sql`select from events where shard = any(${[...shards]}::smallint[]) ${eventFilter(sql, filter)}`,
  );
}
