import type { TransactionSql } from "#db";
import type { Owner } from "../sql/connection.ts";
import { type StoredPlaces, sentOf, storedPlaces, writePlaces } from "./places.ts";

/** The survivor of a merge has received what both have (R39). */
export async function mergeSendUsage(sql: TransactionSql, from: Owner, to: Owner): Promise<void> {
  const [theirs] = await sql<StoredPlaces[]>`
    delete from send_usage where shard = ${from.shard} and person_id = ${from.personId} returning ${storedPlaces(sql)}`;
  if (theirs === undefined) return;
  const [own] = await sql<StoredPlaces[]>`
    select ${storedPlaces(sql)} from send_usage where shard = ${to.shard} and person_id = ${to.personId} for update`;
  const both = [...sentOf(theirs), ...(own ? sentOf(own) : [])].sort((one, other) => one.at - other.at);
  await sql`
    insert into send_usage (shard, person_id, workspace_id, places, version)
    values (${to.shard}, ${to.personId}, ${to.workspaceId}, ${writePlaces(both)}, 1)
    on conflict (shard, person_id) do update set places = excluded.places, sent = '[]', version = send_usage.version + 1`;
}
