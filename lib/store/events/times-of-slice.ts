import type { SliceQuery } from "../operations/slice.ts";
import { inOrder } from "../sql/plan-settings.ts";

/** A person of a slice, with the times of their events: `names` and `times` (epoch ms) belong together. */
type PersonTimes = {
  readonly id: string;
  /** The trait, as it is. */
  readonly timezone: unknown;
  readonly isMember: boolean;
  readonly names: readonly string[] | null;
  readonly times: readonly number[] | null;
};

/** As many of a person's latest events as every rule sees (R10). */
const MOST = 1_000;

/**
 * The next people of a workspace in one shard, in the order of their ids, with the times of their events of these names:
 * one pass over the people and one over the events of the same ids, both in the order of their indexes. A look for each
 * person, with the properties of every event, took four times as long. Events still in the inbox are left out (R21).
 */
export async function readTimesOfSlice(
  { sql, operation, shard, cursor, limit }: SliceQuery,
  segmentId: string,
  names: readonly string[],
): Promise<PersonTimes[]> {
  return await inOrder(
    sql,
    async () =>
      await sql<PersonTimes[]>`
      with slice as materialized (
        select id, traits -> 'timezone' as timezone from people
        where shard = ${shard} and workspace_id = ${operation.workspaceId} and id > ${cursor} and merged_into is null
        order by id limit ${limit}
      ), log as (
        select person_id, name, timestamp,
          row_number() over (partition by person_id order by received_at desc) as place
        from events
        where shard = ${shard} and person_id > ${cursor}
          and person_id <= (select id from slice order by id desc limit 1) and name = any(${[...names]}::text[])
          and (select true from inbox
            where inbox.shard = ${shard} and inbox.received_at = events.received_at and inbox.id = events.id) is null
      ), times as (
        select person_id, array_agg(name) as names,
          array_agg(floor(date_part('epoch', timestamp) * 1000 + 0.0005)) as times
        from log where place <= ${MOST} group by person_id
      )
      select slice.id, slice.timezone, times.names, times.times,
        coalesce((select true from segment_members m
          where m.shard = ${shard} and m.segment_id = ${segmentId} and m.person_id = slice.id), false) as "isMember"
      from slice left join times on times.person_id = slice.id
      order by slice.id`,
  );
}
