import { shardOf } from "#db";
import type { Sent } from "#policies";
import { type Connection, documents, plain } from "../sql/connection.ts";

/** What is sent to a person after a decision, and the version of what it was decided on. */
export type Usage = {
  readonly personId: string;
  readonly workspaceId: string;
  readonly sent: readonly Sent[];
  readonly version: number;
};

/**
 * Reserves the places of messages that are about to leave (R43): each person's row changes only if nobody changed it
 * since it was read. Returns the people whose places are taken; the others have to be decided about again.
 */
export async function takePlaces(sql: Connection, usages: readonly Usage[]): Promise<ReadonlySet<string>> {
  if (usages.length === 0) return new Set();
  // Two batches lock the rows of people in the same order.
  const sorted = usages.toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
  const people = sorted.map(({ personId }) => personId);
  const taken = await sql<{ personId: string }[]>`
    insert into send_usage as known (shard, person_id, workspace_id, sent, version)
    select shard, person_id, workspace_id, sent::json, version + 1
    from unnest(
      ${plain(people.map(shardOf))}::smallint[], ${plain(people)}::uuid[],
      ${plain(sorted.map(({ workspaceId }) => workspaceId))}::uuid[],
      string_to_array(${documents(sorted.map(({ sent }) => sent))}, E'\n'),
      ${plain(sorted.map(({ version }) => version))}::int[]
    ) as new (shard, person_id, workspace_id, sent, version)
    where exists (select from people p where p.shard = new.shard and p.id = new.person_id)
    on conflict (shard, person_id) do update set sent = excluded.sent, version = excluded.version
      where known.version = excluded.version - 1
    returning person_id as "personId"`;
  return new Set(taken.map(({ personId }) => personId));
}

/** Gives back the places of messages that did not leave. */
export async function returnPlaces(
  sql: Connection,
  rows: readonly { readonly personId: string; readonly deliveryId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const people = [...new Set(rows.map(({ personId }) => personId))].sort();
  const ids = rows.map(({ deliveryId }) => deliveryId);
  await sql`
    with own as (
      select u.shard, u.person_id from unnest(${plain(people.map(shardOf))}::smallint[], ${plain(people)}::uuid[]) as r (shard, person_id)
      join send_usage u on u.shard = r.shard and u.person_id = r.person_id
      order by u.person_id for update of u
    )
    update send_usage u set version = u.version + 1, sent = (
      select coalesce(json_agg(one order by place), '[]')
      from json_array_elements(u.sent) with ordinality as all_sent (one, place)
      where not one ->> 'id' = any(${ids}::text[]))
    from own
    where u.shard = own.shard and u.person_id = own.person_id
      and exists (select from json_array_elements(u.sent) as one where one ->> 'id' = any(${ids}::text[]))`;
}
