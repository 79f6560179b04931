import { type Connection, timeOr } from "./connection.ts";

/**
 * Turns due rows of one shard into `poll` signals: the row goes, the signal comes, in one statement. Judging the person
 * writes the next row, so nothing has to be given back.
 */
export async function wakeMembers(sql: Connection, shard: number, now: string | null, limit: number): Promise<number> {
  const result = await sql`
    with due as (
      delete from segment_rechecks
      where shard = ${shard} and person_id in (
        select person_id from segment_rechecks
        where shard = ${shard} and recheck_at < ${timeOr(sql, now)}
        order by recheck_at limit ${limit}
        for update skip locked)
      returning person_id, workspace_id
    )
    insert into inbox (shard, received_at, id, workspace_id, person_id, kind, payload)
    select ${shard}, ${timeOr(sql, now)}, gen_random_uuid(), workspace_id, person_id, 'poll', '{}'
    from due`;
  return result.count;
}
