import type { PersonPatch } from "#engine";
import type { Connection } from "../sql/connection.ts";

/** Rejected signals of one shard. */
export type ChosenSignals = { readonly shard: number; readonly ids: string[] };
export type ShortenedSignal = { readonly id: string; readonly payload: string };

/** The oldest rejected signals of a workspace, or those with the given ids, by shard. */
export async function chooseRejected(
  sql: Connection,
  workspaceId: string,
  { ids, limit }: { readonly ids: string[] | undefined; readonly limit: number },
): Promise<ChosenSignals[]> {
  return await sql<ChosenSignals[]>`
    select shard, array_agg(id) as ids from (
      select shard, id from rejected_signals
      where workspace_id = ${workspaceId} ${ids ? sql`and id = any(${ids}::uuid[])` : sql``}
      order by received_at limit ${limit}) chosen
    group by shard order by shard`;
}

/** A rejected change of a person, with the later changes, stored or unread. */
export type OvertakenSignal = {
  readonly id: string;
  readonly payload: { readonly patch: PersonPatch };
  readonly later: PersonPatch[];
};

/**
 * Selects from the signals the person changes that later changes have overtaken. Their rows stay locked until the
 * transaction ends.
 */
export async function lockOvertaken(sql: Connection, { shard, ids }: ChosenSignals): Promise<OvertakenSignal[]> {
  return await sql<OvertakenSignal[]>`
    select r.id, r.payload, later.patches as later
    from rejected_signals r, lateral (
      select json_agg(newer.patch) as patches from (
        select c.patch from person_changes c
        where c.shard = r.shard and c.person_id = r.person_id and c.at > r.received_at
        union all
        select i.payload -> 'patch' from inbox i
        where i.shard = r.shard and i.person_id = r.person_id and i.kind = 'patch' and i.received_at > r.received_at
      ) newer
    ) later
    where r.shard = ${shard} and r.id = any(${ids}::uuid[]) and r.kind = 'patch' and later.patches is not null
    for update of r`;
}

/** Moves signals back into the inbox with their ids, in the order in which they were received. Returns how many. */
export async function putBack(
  sql: Connection,
  { shard, ids }: ChosenSignals,
  shortened: readonly ShortenedSignal[],
): Promise<number> {
  const back = await sql`
    with gone as (
      delete from rejected_signals where shard = ${shard} and id = any(${ids}::uuid[]) returning *
    )
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select shard, now_once.at + row_number() over (order by received_at, gone.id) * interval '1 microsecond', gone.id,
      workspace_id, person_id, kind, coalesce(shortened.payload::json, gone.payload)
    from (select clock_timestamp() as at) now_once, gone
    left join unnest(${shortened.map(({ id }) => id)}::uuid[], ${shortened.map(({ payload }) => payload)}::text[])
      as shortened (id, payload) on shortened.id = gone.id`;
  return back.count;
}

/** Number of rejected signals; counts up to `enough`. */
export async function countKept(sql: Connection, workspaceId: string, enough: number): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    select count(*)::int as total from (
      select from rejected_signals where workspace_id = ${workspaceId} limit ${enough}) counted`;
  return row?.total ?? 0;
}
