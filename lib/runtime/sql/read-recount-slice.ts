import type { EventFact, PersonChange } from "#engine";
import type { Slice } from "../operations/operation.ts";

export type RecountRow = {
  readonly id: string;
  readonly personId: string;
  readonly enrolledAt: number;
  readonly endedAt: number | null;
  readonly startedBy: string | null;
  readonly events: EventFact[];
  readonly changes: Pick<PersonChange, "at" | "before">[];
};

/**
 * The next trips of a journey in one shard, by id, each with the goal's events and the person's changes of its time.
 * What still lies in the mailbox the batch judges itself. A thousand of each bound the slice.
 */
export async function readRecountSlice(slice: Slice, limit: number, names: readonly string[]): Promise<RecountRow[]> {
  const { sql, operation, shard, cursor } = slice;
  return await sql<RecountRow[]>`
    select trip.id, trip.person_id as "personId", floor(date_part('epoch', trip.enrolled_at) * 1000 + 0.0005) as "enrolledAt",
      floor(date_part('epoch', trip.ended_at) * 1000 + 0.0005) as "endedAt", trip.trigger ->> 'id' as "startedBy",
      coalesce((
        select jsonb_agg(to_jsonb(log)) from (
          select id, name, properties, imported,
            floor(date_part('epoch', timestamp) * 1000 + 0.0005) as timestamp,
            floor(date_part('epoch', received_at) * 1000 + 0.0005) as "receivedAt"
          from events
          where events.shard = ${shard} and events.person_id = trip.person_id and events.name = any(${[...names]}::text[])
            and events.received_at >= trip.enrolled_at
            and events.received_at < coalesce(trip.ended_at, 'infinity') + interval '1 millisecond'
            and not exists (
              select from inbox
              where inbox.shard = events.shard and inbox.received_at = events.received_at and inbox.id = events.id)
          order by received_at, id limit 1000
        ) log), '[]') as events,
      case when ${names.length > 0} then '[]' else coalesce((
        select jsonb_agg(to_jsonb(log)) from (
          select floor(date_part('epoch', at) * 1000 + 0.0005) as at, before from person_changes
          where person_changes.shard = ${shard} and person_changes.person_id = trip.person_id and at > trip.enrolled_at
          order by person_changes.at, id limit 1000
        ) log), '[]') end as changes
    from (
      select * from enrollments
      where shard = ${shard} and journey_id = ${operation.journeyId} and id > ${cursor}
      order by id limit ${limit}
    ) trip
    order by trip.id`;
}
