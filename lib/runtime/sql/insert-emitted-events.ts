import type { LoggedEvent } from "#engine";
import {
  type Connection,
  type Owned,
  orderedMoments,
  peopleOf,
  shardsOf,
  toSqlTimestamp,
  workspacesOf,
} from "./connection.ts";

/** Events that steps made: already worked off in the same batch, so they only go to the log (R22). */
export async function insertEmittedEvents(sql: Connection, rows: readonly Owned<LoggedEvent>[]): Promise<void> {
  await sql`
    insert into events (shard, received_at, id, workspace_id, person_id, name, properties, timestamp)
    select shard, received_at::timestamptz, id, workspace_id, person_id, name, properties::json, timestamp::timestamptz
    from unnest(
      ${shardsOf(rows)}::int[], ${orderedMoments(rows.map(({ row }) => row.receivedAt))}::text[],
      ${rows.map(({ row }) => row.id)}::uuid[], ${workspacesOf(rows)}::uuid[], ${peopleOf(rows)}::uuid[],
      ${rows.map(({ row }) => row.name)}::text[], ${rows.map(({ row }) => JSON.stringify(row.properties))}::text[],
      ${rows.map(({ row }) => toSqlTimestamp(row.timestamp))}::text[]
    ) as new (shard, received_at, id, workspace_id, person_id, name, properties, timestamp)`;
}
