import { ALL_SHARDS } from "#db";
import type { Context } from "#services";
import { findJourney } from "./find-journey.ts";
import type { ResumePreview } from "./schema.ts";

/**
 * How many people a resume would set in motion: those for whom a wait ended, a signal was kept, or an action or message
 * was held back during the pause. Everybody else inside waits on as before. Reads what `handBack` of the engine reads.
 */
export async function previewResume(ctx: Context, reference: string): Promise<ResumePreview> {
  const journey = await findJourney(ctx, reference);
  if (journey.status !== "paused") return { inside: 0, due: 0 };
  const [row] = await ctx.database.sql<ResumePreview[]>`
    with found as (
      select person_id, wake_at is null or wake_at <= now() or state -> 'held' is not null as due, true as inside
      from positions where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id}
      union all
      select person_id, true, false from queued_actions
      where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id}
      union all
      select person_id, true, false from deliveries
      where shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id} and status = 'held'
    ), people as (
      select bool_or(due) as due, bool_or(inside) as inside from found group by person_id
    )
    select count(*) filter (where inside)::int as inside, count(*) filter (where due)::int as due from people`;
  return row ?? { inside: 0, due: 0 };
}
