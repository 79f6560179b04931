import { keyShard } from "#db";
import type { SliceQuery } from "../operations/slice.ts";
import { eraseFromParts } from "../people-import-parts/write.ts";
import { forgetAddresses } from "../suppressions/write.ts";
import type { Receipt } from "./receipt.ts";

type Place = Pick<SliceQuery, "sql" | "shard" | "operation">;

/**
 * Identities and message ids are in the shards of their own keys. Only message ids that contain an identifier of the
 * person are deleted.
 */
export async function eraseKeys({ sql, shard, operation }: Place, ids: string[], receipt: Receipt): Promise<void> {
  const { workspaceId } = operation;
  const telling = await sql<{ id: string }[]>`
    with needles as (
      select distinct lower(needle) as needle
      from people, lateral (values (id::text), (external_id), (anonymous_id), (traits ->> 'email')) as own (needle)
      where shard = ${shard} and id = any(${ids}::uuid[]) and needle <> ''
    )
    select distinct message_id as id from events
    where shard = ${shard} and person_id = any(${ids}::uuid[])
      and exists (select from needles where strpos(lower(message_id), needle) > 0)`;
  let messages = { count: 0 };
  if (telling.length > 0) {
    messages = await sql`
      delete from message_ids
      using unnest(
        ${telling.map(({ id }) => keyShard(`${workspaceId} ${id}`))}::int[], ${telling.map(({ id }) => id)}::text[]
      ) as telling (shard, id)
      where message_ids.shard = telling.shard and message_ids.workspace_id = ${workspaceId}
        and message_ids.message_id = telling.id`;
  }
  receipt.note("message_ids", messages);
  receipt.note("refused_messages", await eraseSamples({ sql, shard, operation }, ids));
  receipt.note("suppressions", await eraseAddresses({ sql, shard, operation }, ids));
  const tracked = await sql`
    delete from sojourn.tracked
    where workspace_id = ${workspaceId}
      and person in (select value from identities where workspace_id = ${workspaceId} and kind = 'external' and person_id = any(${ids}::uuid[]))`;
  receipt.note("sojourn.tracked", tracked);
  receipt.note("people_import_parts", { count: await eraseFromParts(sql, workspaceId, ids) });
  receipt.note("identities", await sql`delete from identities where person_id = any(${ids}::uuid[])`);
}

/** Refused messages are not events, but their samples show who sent them and may contain an address. */
async function eraseSamples({ sql, shard, operation }: Place, ids: string[]): Promise<{ count: number }> {
  const { workspaceId } = operation;
  return await sql`
    with own (id) as (
      select value from identities where workspace_id = ${workspaceId} and person_id = any(${ids}::uuid[])
      union select external_id from people where shard = ${shard} and id = any(${ids}::uuid[]) and external_id <> ''
      union select anonymous_id from people where shard = ${shard} and id = any(${ids}::uuid[]) and anonymous_id <> ''
    ), addresses as (
      select lower(traits ->> 'email') as address from people
      where shard = ${shard} and id = any(${ids}::uuid[]) and traits ->> 'email' <> ''
    )
    update refused_messages set samples = coalesce((
      select jsonb_agg(sample) from jsonb_array_elements(samples) as sample
      where not exists (select from own where own.id in (sample ->> 'userId', sample ->> 'anonymousId'))
        and not exists (select from addresses where strpos(lower(sample ->> 'text'), address) > 0)), '[]')
    where workspace_id = ${workspaceId} and (
      exists (select from own, jsonb_array_elements(samples) as sample
        where own.id in (sample ->> 'userId', sample ->> 'anonymousId'))
      or exists (select from addresses where strpos(lower(samples::text), address) > 0))`;
}

/**
 * Suppressed addresses lose the address and keep its hash, so that nothing is sent there if somebody with this address
 * comes back.
 */
async function eraseAddresses({ sql, shard, operation }: Place, ids: string[]): Promise<{ count: number }> {
  const { workspaceId } = operation;
  const people = await sql<{ email: string | null; phone: string | null; tokens: string[] | null }[]>`
    select traits ->> 'email' as email, traits ->> 'phone' as phone,
      (select array_agg(token) from devices d where d.shard = p.shard and d.person_id = p.id) as tokens
    from people p where shard = ${shard} and id = any(${ids}::uuid[])`;
  const addresses = people.flatMap(({ email, phone, tokens }) => [
    ...(email ? [{ workspaceId, channel: "email" as const, address: email }] : []),
    ...(phone ? [{ workspaceId, channel: "sms" as const, address: phone }] : []),
    ...(tokens ?? []).map((address) => ({ workspaceId, channel: "push" as const, address })),
  ]);
  return { count: await forgetAddresses(sql, addresses) };
}
