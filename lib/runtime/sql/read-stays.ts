import type { PastStay } from "#engine";
import { type Connection, plain } from "./connection.ts";

export type StayRow = PastStay & { readonly personId: string; readonly versionId: string };

/** The enrollments of people in one journey, the latest thousand of each (R10): each goal counts for one of them (R52). */
export async function readStays(
  sql: Connection,
  shard: number,
  journeyId: string | null,
  people: readonly string[],
): Promise<StayRow[]> {
  return await sql<StayRow[]>`
    select wanted.id as "personId", stay.id as "enrollmentId", version_id as "versionId", exit_reason as "exitReason",
      trigger ->> 'id' as "startedBy",
      floor(date_part('epoch', enrolled_at) * 1000 + 0.0005) as "enrolledAt",
      floor(date_part('epoch', ended_at) * 1000 + 0.0005) as "endedAt"
    from unnest(${plain(people)}::uuid[]) as wanted (id)
    cross join lateral (
      select * from enrollments
      where enrollments.shard = ${shard} and enrollments.person_id = wanted.id and enrollments.journey_id = ${journeyId}
      order by enrolled_at desc limit 1000
    ) stay`;
}
