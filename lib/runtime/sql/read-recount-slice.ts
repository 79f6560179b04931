import type { LoggedEvent, PersonChange } from "#engine";
import type { Slice } from "../operations/operation.ts";
import { type Connection, plain } from "./connection.ts";
import type { StayRow } from "./read-stays.ts";

export type RecountRow = { readonly id: string; readonly personId: string };

/** The next enrollments of a journey in one shard, by id. */
export async function readRecountSlice({ sql, operation, shard, cursor }: Slice, limit: number): Promise<RecountRow[]> {
  return await sql<RecountRow[]>`
    select id, person_id as "personId" from enrollments
    where shard = ${shard} and journey_id = ${operation.journeyId} and id > ${cursor}
    order by id limit ${limit}`;
}

type Where = { readonly sql: Connection; readonly shard: number };

/**
 * Events of the goal's names in the time of each enrollment and `windowDays` behind its end, the oldest first, each once. What
 * still lies in the inbox the batch judges itself. A thousand an enrollment bound it.
 */
export async function readGoalEvents(
  { sql, shard }: Where,
  stays: readonly StayRow[],
  { names, windowDays }: { readonly names: readonly string[]; readonly windowDays: number },
): Promise<(LoggedEvent & { readonly personId: string })[]> {
  if (stays.length === 0 || names.length === 0) return [];
  return await sql<(LoggedEvent & { personId: string })[]>`
    select distinct on (log."receivedAt", log.id) stay.person_id as "personId", log.*
    from unnest(
      ${plain(stays.map(({ personId }) => personId))}::uuid[], ${plain(stays.map(({ enrolledAt }) => enrolledAt))}::float8[],
      ${plain(stays.map(({ endedAt }) => endedAt))}::float8[]
    ) as stay (person_id, enrolled_at, ended_at)
    cross join lateral (
      select id, name, properties, imported, floor(date_part('epoch', timestamp) * 1000 + 0.0005) as timestamp,
        floor(date_part('epoch', received_at) * 1000 + 0.0005) as "receivedAt"
      from events
      where events.shard = ${shard} and events.person_id = stay.person_id and events.name = any(${[...names]}::text[])
        and events.received_at >= to_timestamp(stay.enrolled_at / 1000)
        and events.received_at < coalesce(
          to_timestamp(stay.ended_at / 1000) + make_interval(days => ${windowDays}), 'infinity')
        and not exists (
          select from inbox
          where inbox.shard = events.shard and inbox.received_at = events.received_at and inbox.id = events.id)
      order by events.received_at, id limit 1000
    ) log
    order by log."receivedAt", log.id`;
}

/** Every change of people since their first enrollment, the oldest first. */
export async function readChangesSince(
  { sql, shard }: Where,
  stays: readonly StayRow[],
): Promise<(Pick<PersonChange, "at" | "before"> & { readonly personId: string })[]> {
  const first = new Map<string, number>();
  for (const { personId, enrolledAt } of stays)
    first.set(personId, Math.min(enrolledAt, first.get(personId) ?? enrolledAt));
  if (first.size === 0) return [];
  return await sql<{ personId: string; at: number; before: PersonChange["before"] }[]>`
    select person_id as "personId", floor(date_part('epoch', at) * 1000 + 0.0005) as at, before
    from unnest(${plain([...first.keys()])}::uuid[], ${plain([...first.values()])}::float8[]) as wanted (id, since)
    join person_changes on person_changes.shard = ${shard} and person_changes.person_id = wanted.id
      and person_changes.at > to_timestamp(wanted.since / 1000)
    order by person_changes.at, person_changes.id`;
}
