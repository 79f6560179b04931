import { newId, shardOf } from "#db";
import type { LoggedEvent } from "#engine";
import type { Connection } from "../sql/connection.ts";

/**
 * Logs the event that a first identify call would cause, so that journeys for new users start for people from every
 * source.
 */
export async function logCreation(
  sql: Connection,
  workspaceId: string,
  personId: string,
  properties: Record<string, unknown>,
): Promise<void> {
  const shard = shardOf(personId);
  const id = newId(shard);
  const [row] = await sql<{ at: string; ms: number }[]>`
    insert into events (shard, received_at, id, workspace_id, person_id, name, properties, timestamp)
    values (${shard}, clock_timestamp(), ${id}, ${workspaceId}, ${personId}, 'user.created',
      ${JSON.stringify(properties)}::text::json, clock_timestamp())
    returning received_at::text as at, floor(extract(epoch from received_at) * 1000)::float8 as ms`;
  if (!row) throw new Error("the insert returned nothing");
  const event: LoggedEvent = { id, name: "user.created", properties, timestamp: row.ms, receivedAt: row.ms };
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${row.at}::timestamptz, ${id}, ${workspaceId}, ${personId}, 'event', ${JSON.stringify({ event })}::text::json
    where exists (
      select from event_interest where workspace_id = ${workspaceId} and name = 'user.created')`;
}
