import type { Database } from "#db";

/** Sets the creation dates to the start of the history, and stores the names of the seen events. */
export async function finishStage(database: Database, start: Date): Promise<void> {
  const { sql } = database;
  const at = start.toISOString();
  await sql`update workspaces set created_at = ${at}, updated_at = ${at}`;
  await sql`update sites set created_at = ${at}, updated_at = ${at}`;
  await sql`update segments set created_at = ${at}, updated_at = ${at}`;
  await sql`update content set created_at = ${at}, updated_at = ${at}`;
  await sql`update journeys set created_at = ${at}, updated_at = ${at}, published_at = ${at}`;
  await sql`update versions set created_at = ${at}`;
  await sql`
    update people p set created_at = seen.first, last_seen_at = seen.last
    from (select shard, person_id, min(received_at) as first, max(received_at) as last from events group by 1, 2) seen
    where p.shard = seen.shard and p.id = seen.person_id`;
  await sql`
    insert into event_catalog (workspace_id, name, first_seen_at, last_seen_at, count)
    select workspace_id, name, min(received_at), max(received_at), count(*) from events group by 1, 2
    on conflict (workspace_id, name) do update set first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at, count = excluded.count`;
}
