import { shardOf, type TransactionSql } from "#db";
import { idEnd, type Sent } from "#policies";
import { type Connection, plain } from "../sql/connection.ts";
import { changeOf, type StoredPlaces, sentOf, storedPlaces, writePlaces } from "./places.ts";

/** What is sent to a person after a decision, and the version of what it was decided on. */
export type Usage = {
  readonly personId: string;
  readonly workspaceId: string;
  readonly sent: readonly Sent[];
  /** What was read of the row and is in it packed; without it the row is written whole. */
  readonly packed?: readonly Sent[];
  readonly version: number;
};

/**
 * Reserves the places of messages that are about to leave (R43): each person's row changes only if nobody changed it
 * since it was read. Returns the people whose places are taken; the others have to be decided about again.
 */
export async function takePlaces(sql: Connection, usages: readonly Usage[]): Promise<ReadonlySet<string>> {
  // Two batches lock the rows of people in the same order.
  const sorted = usages.toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
  const [first, next] = [sorted.filter(({ version }) => version === 0), sorted.filter(({ version }) => version > 0)];
  const taken = [...(await insertPlaces(sql, first)), ...(await addPlaces(sql, next))];
  return new Set(taken.map(({ personId }) => personId));
}

type Taken = { readonly personId: string };

async function insertPlaces(sql: Connection, usages: readonly Usage[]): Promise<Taken[]> {
  if (usages.length === 0) return [];
  const people = usages.map(({ personId }) => personId);
  return await sql<Taken[]>`
    insert into send_usage (shard, person_id, workspace_id, places, version)
    select shard, person_id, workspace_id, places, 1
    from unnest(
      ${plain(people.map(shardOf))}::smallint[], ${plain(people)}::uuid[],
      ${plain(usages.map(({ workspaceId }) => workspaceId))}::uuid[],
      ${texts(usages.map(({ sent }) => writePlaces(sent)))}::text[]
    ) as new (shard, person_id, workspace_id, places)
    where exists (select from people p where p.shard = new.shard and p.id = new.person_id)
    on conflict (shard, person_id) do nothing
    returning person_id as "personId"`;
}

async function addPlaces(sql: Connection, usages: readonly Usage[]): Promise<Taken[]> {
  if (usages.length === 0) return [];
  const people = usages.map(({ personId }) => personId);
  const changes = usages.map(({ packed = [], sent }) => changeOf(packed, sent));
  return await sql<Taken[]>`
    with own as materialized (
      select u.shard, u.person_id, new.keep_from, new.keep, new.added
      from unnest(
        ${plain(people.map(shardOf))}::smallint[], ${plain(people)}::uuid[],
        ${plain(usages.map(({ version }) => version))}::int[],
        ${plain(changes.map(({ keepFrom }) => keepFrom))}::int[], ${plain(changes.map(({ keep }) => keep))}::int[],
        ${texts(changes.map(({ added }) => added))}::text[]
      ) as new (shard, person_id, version, keep_from, keep, added)
      join send_usage u on u.shard = new.shard and u.person_id = new.person_id and u.version = new.version
      order by u.person_id for update of u
    )
    update send_usage u set places = substr(u.places, own.keep_from + 1, own.keep) || own.added, sent = '[]', version = u.version + 1
    from own where u.shard = own.shard and u.person_id = own.person_id
    returning u.person_id as "personId"`;
}

/** Packed places hold nothing that an array literal has to escape. */
const texts = (packed: readonly string[]): string => plain(packed.map((text) => text || '""'));

/** Gives back the places of messages that did not leave. */
export async function returnPlaces(
  sql: TransactionSql,
  rows: readonly { readonly personId: string; readonly deliveryId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const people = [...new Set(rows.map(({ personId }) => personId))].sort();
  const known = await sql<(StoredPlaces & { personId: string })[]>`
    select send_usage.person_id as "personId", ${storedPlaces(sql)}
    from unnest(${plain(people.map(shardOf))}::smallint[], ${plain(people)}::uuid[]) as r (shard, person_id)
    join send_usage on send_usage.shard = r.shard and send_usage.person_id = r.person_id
    order by send_usage.person_id for update of send_usage`;
  const unused = new Set(rows.map(({ deliveryId }) => idEnd(deliveryId)));
  const changed = known.flatMap(({ personId, ...stored }) => {
    const before = sentOf(stored);
    const sent = before.filter(({ id }) => !unused.has(id));
    return sent.length === before.length ? [] : [{ personId, sent }];
  });
  if (changed.length === 0) return;
  const owners = changed.map(({ personId }) => personId);
  await sql`
    update send_usage set places = new.places, sent = '[]', version = version + 1
    from unnest(${plain(owners.map(shardOf))}::smallint[], ${plain(owners)}::uuid[], ${texts(changed.map(({ sent }) => writePlaces(sent)))}::text[])
      as new (shard, person_id, places)
    where send_usage.shard = new.shard and send_usage.person_id = new.person_id`;
}
