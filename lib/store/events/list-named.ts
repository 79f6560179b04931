import { ALL_SHARDS, type Sql, type TransactionSql } from "#db";
import { DAY_MS } from "#times";
import { toSqlTimestamp } from "../sql/connection.ts";
import { type Count, countAbout, estimateRows } from "../sql/count-about.ts";
import { forceCustomPlans } from "../sql/plan-settings.ts";
import type { ShownEvent } from "./list.ts";

type Named = { readonly workspaceId: string; readonly name: string };
type Reach = { readonly limit: number; readonly offset: number };

/** What the first window should have of what the page needs, at the name's mean rate: lately there may be far more. */
const FIRST = { share: 0.4, more: 50 };
/** Each further window is so many times as long. */
const LONGER = 3;
/** A name that is seen so often is not counted one by one only to find that it is often. */
const OFTEN = 50_000;

/**
 * A page of the events of one name, newest first, with how many there are. Only the time is read in which the page's events
 * should lie, by how often the name was seen; if they do not, a longer one. The index of names is a few bytes for some pages
 * of the log, so it costs an insert nothing that could be measured, and tells where a rare name is not.
 */
export async function listNamedEvents(
  sql: Sql,
  filter: Named,
  reach: Reach,
): Promise<{ readonly rows: readonly ShownEvent[]; readonly counted: Count }> {
  return await sql.begin("read only", async (tx) => {
    // A generic plan expects a name to be as frequent as names are on average.
    const [, seen] = await Promise.all([forceCustomPlans(tx), readSeen(tx, filter)]);
    for (let back = seen === null ? Number.POSITIVE_INFINITY : firstWindow(seen, reach); ; back *= LONGER) {
      const since = seen === null || seen.last - back <= seen.first ? null : seen.last - back;
      const { rows, found } = await readSince(tx, filter, reach, since);
      if (since !== null && found < reach.limit + reach.offset) continue;
      if (since === null || seen === null) return { rows, counted: { total: found, isAbout: false } };
      return { rows, counted: await countNamed(tx, filter, seen) };
    }
  });
}

type Seen = { readonly count: number; readonly first: number; readonly last: number };

async function readSeen(sql: TransactionSql, { workspaceId, name }: Named): Promise<Seen | null> {
  const [row] = await sql<Seen[]>`
    select count::float8 as count, date_part('epoch', first_seen_at) * 1000 as first,
      date_part('epoch', last_seen_at) * 1000 as last
    from event_catalog where workspace_id = ${workspaceId} and name = ${name} and count > 0`;
  return row ?? null;
}

/** How far a page reaches back in ms, before the name was last seen. */
function firstWindow({ count, first, last }: Seen, { limit, offset }: Reach): number {
  return ((limit + offset) * FIRST.share + FIRST.more) * (Math.max(last - first, DAY_MS) / count);
}

async function readSince(
  sql: TransactionSql,
  { workspaceId, name }: Named,
  { limit, offset }: Reach,
  since: number | null,
): Promise<{ readonly rows: readonly ShownEvent[]; readonly found: number }> {
  const rows = await sql<(ShownEvent & { found: number })[]>`
    with named as materialized (
      select shard, received_at, id from events
      where shard = any(${[...ALL_SHARDS]}::smallint[]) and workspace_id = ${workspaceId} and name = ${name}
        ${since === null ? sql`` : sql`and received_at >= ${toSqlTimestamp(since)}::timestamptz`}
    ), page as (
      select * from named order by received_at desc, id desc limit ${limit} offset ${offset}
    )
    select e.*, p.id as person_found, p.external_id, p.anonymous_id, p.traits, (select count(*)::int from named) as found
    from (select true) always left join page on true
    left join events e on e.shard = page.shard and e.received_at = page.received_at and e.id = page.id
    left join people p on p.shard = e.shard and p.id = e.person_id
    order by e.received_at desc, e.id desc`;
  return { rows: rows.filter(({ id }) => id !== null), found: rows[0]?.found ?? 0 };
}

async function countNamed(sql: TransactionSql, { workspaceId, name }: Named, seen: Seen): Promise<Count> {
  const rows = () => sql`
    select from events
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and workspace_id = ${workspaceId} and name = ${name}`;
  if (seen.count < OFTEN) return await countAbout(sql, rows);
  const expected = await estimateRows(sql, rows);
  return expected < OFTEN ? await countAbout(sql, rows) : { total: expected, isAbout: true };
}
