import type { ExitReason } from "#engine";
import { type Connection, plain } from "./connection.ts";

export type FinishedEnrollmentRow = {
  readonly personId: string;
  readonly enrollmentId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly instanceKey: string;
  readonly status: "completed" | "stopped" | "archived" | "failed";
  readonly exitReason: ExitReason | null;
  readonly epoch: number;
  readonly enrolledAt: number;
  readonly endedAt: number;
};

/** Finished enrollments for the re-entry rules; at most 1,000 a person, the latest first, as `every` has one per event (R10). */
export async function readFinishedEnrollments(
  sql: Connection,
  shards: number[],
  people: string[],
): Promise<FinishedEnrollmentRow[]> {
  return await sql<FinishedEnrollmentRow[]>`
    select wanted.id as "personId", past.id as "enrollmentId", journey_id as "journeyId", version_id as "versionId",
      instance_key as "instanceKey", status, exit_reason as "exitReason", epoch,
      floor(date_part('epoch', enrolled_at) * 1000 + 0.0005) as "enrolledAt",
      floor(date_part('epoch', coalesce(ended_at, enrolled_at)) * 1000 + 0.0005) as "endedAt"
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    cross join lateral (
      select * from enrollments
      where enrollments.shard = wanted.shard and enrollments.person_id = wanted.id and status <> 'active'
      order by enrolled_at desc
      limit 1000
    ) past`;
}
