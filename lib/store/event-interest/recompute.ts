import { and, eq, isNotNull, sql } from "drizzle-orm";
import { ALL_SHARDS, type Transaction } from "#db";
import { goalEvents, segmentEvents } from "#engine";
import { durationSeconds, GOAL_WINDOW, type JsonObject, parseDuration } from "#journey";
import { DAY_SECONDS, SECOND_MS } from "#times";
import { segments } from "../segments/table.ts";

const shards = sql.raw(`array[${ALL_SHARDS.join(",")}]::smallint[]`);

/**
 * Recomputes which events are of interest (R25): those of every version that people may enter or are on, those that
 * segment rules count, and those of goals whose windows are open (R52). A journey's versions are included for an hour
 * after its last change, because a batch that started before may still enroll people on them.
 */
export async function recomputeInterest(tx: Transaction, workspaceId: string): Promise<void> {
  const names = [...(await countedBySegments(tx, workspaceId)), ...(await openGoalEvents(tx, workspaceId))];
  await tx.execute(sql`
    with live as (
      select v.program
      from versions v join journeys j on j.id = v.journey_id
      where v.workspace_id = ${workspaceId} and (
        (v.id = j.published_version_id and j.status in ('published', 'paused'))
        or j.updated_at > now() - interval '1 hour'
        or exists (
          select 1 from positions p
          where p.shard = any(${shards}) and p.journey_id = v.journey_id and p.version_id = v.id))
    ), wanted as (
      select jsonb_array_elements_text(live.program -> 'needs' -> 'interest') as name from live
      union
      select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb)
    ), gone as (
      delete from event_interest i
      where i.workspace_id = ${workspaceId} and not exists (select 1 from wanted w where w.name = i.name)
    )
    insert into event_interest (workspace_id, name)
    select ${workspaceId}::uuid, name from wanted
    on conflict do nothing`);
}

/** Goals of journeys that nobody can enter any more. They count until the window of the last enrollment has ended. */
async function openGoalEvents(tx: Transaction, workspaceId: string): Promise<string[]> {
  await noteIdle(tx, workspaceId);
  const rows = await tx.execute<{ goal: JsonObject; idleMs: number | null }>(sql`
    select v.goal, (extract(epoch from now() - j.idle_since) * 1000)::float8 as "idleMs"
    from journeys j join versions v on v.id = j.published_version_id
    where j.workspace_id = ${workspaceId} and j.status not in ('published', 'paused') and v.goal is not null`);
  return [...rows].flatMap(({ goal, idleMs }) => (idleMs === null || idleMs < windowMs(goal) ? goalEvents(goal) : []));
}

/**
 * Records since when a journey that nobody can enter has no people; never too early. Locked rows are skipped until the
 * next time, because waiting for them while holding a locked journey could deadlock.
 */
async function noteIdle(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.execute(sql`
    with changed as (
      select j.id, seen.idle
      from journeys j cross join lateral (
        select j.status not in ('published', 'paused') and not exists (
          select 1 from positions p where p.shard = any(${shards}) and p.journey_id = j.id) as idle) seen
      where j.workspace_id = ${workspaceId} and j.published_version_id is not null
        and seen.idle <> (j.idle_since is not null)
      for update of j skip locked
    )
    update journeys j set idle_since = case when changed.idle then now() end from changed where j.id = changed.id`);
}

/** One day more than the window, because people's time zones differ. */
function windowMs({ window }: JsonObject): number {
  const seconds = durationSeconds(parseDuration(window ?? GOAL_WINDOW) ?? {});
  return (seconds * 1.05 + DAY_SECONDS) * SECOND_MS;
}

async function countedBySegments(tx: Transaction, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .select({ rules: segments.rules })
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), isNotNull(segments.rules)));
  return rows.flatMap((row) => segmentEvents(row.rules));
}
