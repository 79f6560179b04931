import { ALL_SHARDS } from "#db";
import { lastDays } from "#engine";
import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import type { Day } from "./schema.ts";

/** Get daily counts, the oldest first, in the workspace's time zone. */
export async function getTimeseries(ctx: Context, reference: string, days: number): Promise<Day[]> {
  const journey = await findJourney(ctx, reference);
  const { sql } = ctx.database;
  const [workspace] = await sql<{ timezone: string; now: Date | string }[]>`
    select timezone, now() as now from workspaces where id = ${ctx.workspaceId}`;
  const now = workspace === undefined ? Date.now() : new Date(workspace.now).getTime();
  const shown = lastDays(now, days, workspace?.timezone ?? "UTC");
  const starts = sql`${shown.map(({ startsAt }) => new Date(startsAt).toISOString())}::text[]::timestamptz[]`;
  const since = new Date(shown[0]?.startsAt ?? now).toISOString();
  const own = sql`shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id}`;
  return sql<Day[]>`
    with days as (
      select day, place from unnest(${shown.map(({ day }) => day)}::text[]) with ordinality as given (day, place)
    ), began as (
      select width_bucket(enrolled_at, ${starts}) as place, count(*) as enrolled
      from enrollments where ${own} and enrolled_at >= ${since}::timestamptz group by 1
    ), ended as (
      select width_bucket(ended_at, ${starts}) as place,
        count(*) filter (where outcome = 'completed') as completed,
        count(*) filter (where outcome = 'stopped') as stopped,
        count(*) filter (where outcome = 'failed') as failed
      from (
        select ended_at, case
          when status <> 'archived' then status
          when exit_reason in ('finished', 'goal_reached') then 'completed'
          when exit_reason in ('loop', 'step_failed') then 'failed'
          else 'stopped' end as outcome
        from enrollments where ${own} and ended_at >= ${since}::timestamptz
      ) enrollments group by 1
    ), converted as (
      select width_bucket(at, ${starts}) as place, count(*) as converted
      from conversions where ${own} and at >= ${since}::timestamptz
        and goal_revision = ${journey.countedRevision} group by 1
    )
    select day, coalesce(enrolled, 0)::float8 as enrolled, coalesce(completed, 0)::float8 as completed,
      coalesce(stopped, 0)::float8 as stopped, coalesce(failed, 0)::float8 as failed,
      coalesce(converted, 0)::float8 as converted
    from days left join began using (place) left join ended using (place) left join converted using (place)
    order by place`;
}
