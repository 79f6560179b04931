import type { Reached } from "#engine";
import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type CountedRow = Reached & { readonly personId: string; readonly goalRevision: string };

/**
 * The conversions of people's enrollments, for the latest thousand enrollments of each person (R52). They are found
 * through the enrollments' keys.
 */
export async function readCounted(sql: Connection, shards: number[], people: string[]): Promise<CountedRow[]> {
  return await sql<CountedRow[]>`
    select wanted.id as "personId", conversions.enrollment_id as "enrollmentId", goal_revision as "goalRevision",
      event_id as "eventId", floor(date_part('epoch', conversions.at) * 1000 + 0.0005) as at, conversions.value::float8 as value
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    cross join lateral (
      select id from enrollments
      where enrollments.shard = wanted.shard ${ofOneShard(sql, "enrollments", shards)} and enrollments.person_id = wanted.id
      order by enrolled_at desc limit 1000
    ) stay
    join conversions on conversions.shard = wanted.shard ${ofOneShard(sql, "conversions", shards)}
      and conversions.enrollment_id = stay.id`;
}
