import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { BroadcastResult, UnsentReason } from "./table.ts";

/** Broadcasts without a result of which nothing is under way: nobody enters any more, nobody waits, nothing is to be sent. */
export async function readOverBroadcasts(sql: Connection): Promise<{ id: string; journeyId: string }[]> {
  return await sql<{ id: string; journeyId: string }[]>`
    select b.id, b.journey_id as "journeyId" from broadcasts b
    where b.result is null
      and not exists (select from operations o where o.id = b.operation_id and o.status in ('waiting', 'running'))
      and not exists (
        select from operations o where o.journey_id = b.journey_id and o.kind = 'archive' and o.status in ('waiting', 'running'))
      and not exists (select from positions p where p.shard = any(${[...ALL_SHARDS]}::smallint[]) and p.journey_id = b.journey_id)
      and not exists (
        select from deliveries d where d.shard = any(${[...ALL_SHARDS]}::smallint[]) and d.journey_id = b.journey_id
          and d.status in ('queued', 'held', 'sending'))`;
}

/** How the outbox begins to say that a person has no address; such a message is retried first, and fails then. */
const NO_ADDRESS = "The person has no %";

/** What happened to the people and messages of a broadcast's journey until now. */
export async function countBroadcast(sql: Connection, journeyId: string): Promise<BroadcastResult> {
  const shards = [...ALL_SHARDS];
  const [[entered], statuses, reasons] = await Promise.all([
    sql<{ people: number }[]>`
      select coalesce(sum(enrolled), 0)::float8 as people from journey_counts
      where shard = any(${shards}::smallint[]) and journey_id = ${journeyId}`,
    sql<{ status: string; messages: number }[]>`
      select status, count(*)::float8 as messages from deliveries
      where shard = any(${shards}::smallint[]) and journey_id = ${journeyId} group by status order by status`,
    sql<UnsentReason[]>`
      select code, count(*)::float8 as people from (
        select distinct d.id, coalesce(r ->> 'code', case when d.status = 'failed' then 'no_address' else 'other' end) as code
        from deliveries d left join lateral json_array_elements(d.reasons) r on true
        where d.shard = any(${shards}::smallint[]) and d.journey_id = ${journeyId}
          and (d.status = 'skipped' or (d.status = 'failed' and d.error like ${NO_ADDRESS}))
      ) unsent
      group by code order by people desc, code`,
  ]);
  const messages = Object.fromEntries(statuses.map(({ status, messages: counted }) => [status, counted]));
  return { entered: entered?.people ?? 0, messages, reasons };
}

/** Keeps the result of a broadcast; one that nobody stopped is sent with it. */
export async function keepBroadcastResult(sql: Connection, id: string, result: BroadcastResult): Promise<void> {
  await sql`
    update broadcasts set result = ${JSON.stringify(result)}::text::jsonb, finished_at = coalesce(finished_at, now()),
      status = case when status = 'open' then 'sent' else status end
    where id = ${id} and result is null`;
}
