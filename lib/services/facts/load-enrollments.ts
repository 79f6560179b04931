import type { FinishedEnrollment, Position, QueuedAction } from "#engine";
import type { Reader } from "#services";
import { peopleOf } from "./people-of.ts";

type Of<Row> = Row & { readonly personId: string };

/** Running enrollments of people, in all journeys. */
export async function loadPositions(ctx: Reader, ids: readonly string[]): Promise<Of<Position>[]> {
  return await ctx.database.sql<Of<Position>[]>`
    select p.person_id as "personId", p.enrollment_id as "enrollmentId", p.journey_id as "journeyId",
      p.version_id as "versionId", p.instance_key as "instanceKey", p.epoch,
      floor(date_part('epoch', p.enrolled_at) * 1000 + 0.0005) as "enrolledAt", p.seq, p.node_id as "nodeId",
      floor(date_part('epoch', p.wake_at) * 1000 + 0.0005) as "wakeAt", p.state
    from ${peopleOf(ctx, ids)} join positions p on p.shard = wanted.shard and p.person_id = wanted.id`;
}

/** Finished enrollments of people in one journey, the latest thousand of each (R10); only those that began before `before`, in ms. */
export async function loadFinishedEnrollments(
  ctx: Reader,
  ids: readonly string[],
  journeyId: string,
  before: number = Number.MAX_SAFE_INTEGER / 2,
): Promise<Of<FinishedEnrollment>[]> {
  return await ctx.database.sql<Of<FinishedEnrollment>[]>`
    select wanted.id as "personId", past.id as "enrollmentId", journey_id as "journeyId",
      version_id as "versionId", instance_key as "instanceKey", status, exit_reason as "exitReason", epoch,
      floor(date_part('epoch', enrolled_at) * 1000 + 0.0005) as "enrolledAt",
      floor(date_part('epoch', coalesce(ended_at, enrolled_at)) * 1000 + 0.0005) as "endedAt"
    from ${peopleOf(ctx, ids)}
    cross join lateral (
      select * from enrollments e
      where e.shard = wanted.shard and e.person_id = wanted.id and e.journey_id = ${journeyId} and e.status <> 'active'
        and extract(epoch from e.enrolled_at) * 1000 < ${before}
      order by e.enrolled_at desc limit 1000
    ) past`;
}

/** Actions that `queue` pauses set aside, in order (R33). */
export async function loadQueued(ctx: Reader, ids: readonly string[]): Promise<Of<QueuedAction>[]> {
  return await ctx.database.sql<Of<QueuedAction>[]>`
    select q.person_id as "personId", q.id, q.journey_id as "journeyId", q.enrollment_id as "enrollmentId", q.epoch,
      floor(date_part('epoch', q.at) * 1000 + 0.0005) as at, q.effect
    from ${peopleOf(ctx, ids)} join queued_actions q on q.shard = wanted.shard and q.person_id = wanted.id
    order by q.at, q.id`;
}
