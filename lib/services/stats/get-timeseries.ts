import { eq } from "drizzle-orm";
import { ALL_SHARDS, schema } from "#db";
import type { Context } from "#services";
import { findJourney } from "#services/journeys";
import type { Day } from "./schema.ts";

/** What happened on each of the last days, the oldest first, in the workspace's time zone. */
export async function getTimeseries(ctx: Context, reference: string, days: number): Promise<Day[]> {
  const journey = await findJourney(ctx, reference);
  const { workspaces } = schema;
  const { orm, sql } = ctx.database;
  const [workspace] = await orm
    .select({ timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const zone = workspace?.timezone ?? "UTC";
  const own = sql`shard = any(${ALL_SHARDS}::smallint[]) and journey_id = ${journey.id}`;
  return sql<Day[]>`
    with bounds as (
      select (now() at time zone ${zone})::date as today,
        (((now() at time zone ${zone})::date - ${days - 1}::int)::timestamp at time zone ${zone}) as since
    ), days as (
      select generate_series(today - ${days - 1}::int, today, interval '1 day')::date as day from bounds
    ), began as (
      select (enrolled_at at time zone ${zone})::date as day, count(*) as enrolled
      from enrollments, bounds where ${own} and enrolled_at >= since group by 1
    ), ended as (
      select (ended_at at time zone ${zone})::date as day,
        count(*) filter (where outcome = 'completed') as completed,
        count(*) filter (where outcome = 'stopped') as stopped,
        count(*) filter (where outcome = 'failed') as failed
      from (
        select ended_at, case
          when status <> 'archived' then status
          when exit_reason in ('finished', 'goal_reached') then 'completed'
          when exit_reason in ('loop', 'step_failed') then 'failed'
          else 'stopped' end as outcome
        from enrollments, bounds where ${own} and ended_at >= since
      ) trips group by 1
    ), converted as (
      select (at at time zone ${zone})::date as day, count(*) as converted
      from conversions, bounds where ${own} and at >= since
        and goal_revision = (select goal_revision from versions where id = ${journey.publishedVersionId}) group by 1
    )
    select to_char(days.day, 'YYYY-MM-DD') as day, coalesce(enrolled, 0)::float8 as enrolled,
      coalesce(completed, 0)::float8 as completed, coalesce(stopped, 0)::float8 as stopped,
      coalesce(failed, 0)::float8 as failed, coalesce(converted, 0)::float8 as converted
    from days left join began using (day) left join ended using (day) left join converted using (day)
    order by days.day`;
}
