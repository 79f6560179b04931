import { newId, shardOf } from "#db";
import type { LoggedEvent } from "#engine";
import type { Connection } from "../sql/connection.ts";

/** An event that is reported without a client. */
export type ReportedEvent = {
  readonly workspaceId: string;
  readonly siteId?: string | null;
  readonly personId: string;
  readonly name: string;
  readonly properties: Record<string, unknown>;
};

/** An event as it was logged; `receivedAt` is epoch ms. */
export type Logged = { readonly id: string; readonly receivedAt: number };

/**
 * Logs an event as a client's call would, and puts it into the person's inbox if anything listens to its name, so that
 * journeys start and continue for people from every source.
 */
export async function logEvent(
  sql: Connection,
  { workspaceId, siteId = null, personId, name, properties }: ReportedEvent,
): Promise<Logged> {
  const shard = shardOf(personId);
  const id = newId(shard);
  const [row] = await sql<{ at: string; ms: number }[]>`
    insert into events (shard, received_at, id, workspace_id, site_id, person_id, name, properties, timestamp)
    values (${shard}, clock_timestamp(), ${id}, ${workspaceId}, ${siteId}, ${personId}, ${name},
      ${JSON.stringify(properties)}::text::json, clock_timestamp())
    returning received_at::text as at, floor(extract(epoch from received_at) * 1000)::float8 as ms`;
  if (!row) throw new Error("the insert returned nothing");
  const event: LoggedEvent = { id, name, properties, timestamp: row.ms, receivedAt: row.ms };
  await sql`
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${row.at}::timestamptz, ${id}, ${workspaceId}, ${personId}, 'event', ${JSON.stringify({ event })}::text::json
    where exists (
      select from event_interest where workspace_id = ${workspaceId} and name = ${name})`;
  return { id, receivedAt: row.ms };
}
