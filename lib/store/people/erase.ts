import { keyShard } from "#db";
import { NO_JOURNEY } from "../deliveries/direct.ts";
import type { SliceQuery } from "../operations/slice.ts";
import { eraseFromParts } from "../people-import-parts/write.ts";
import { dropFromSearch } from "../people-search/write.ts";
import { dropMemberships } from "../segment-members/write.ts";
import { forgetAddresses } from "../suppressions/write.ts";
import { erasedTables } from "../tables.ts";

/** Deletes everything that one shard holds of the people, and the keys that lead to them (R40). */
export async function eraseRows({ sql, shard, operation }: SliceQuery, people: readonly string[]): Promise<void> {
  const ids = [...people];
  await eraseKeys({ sql, shard, operation }, ids);
  const enrollments = await sql<{ id: string }[]>`
    select id from enrollments where shard = ${shard} and person_id = any(${ids}::uuid[])
    union all
    select id from deliveries
    where shard = ${shard} and journey_id = ${NO_JOURNEY} and person_id = any(${ids}::uuid[])`;
  const enrollmentIds = enrollments.map((enrollment) => enrollment.id);
  for (const table of erasedTables("by_enrollment")) {
    await sql`delete from ${sql(table)} where shard = ${shard} and enrollment_id = any(${enrollmentIds}::uuid[])`;
  }
  for (const table of erasedTables("by_person")) {
    await sql`delete from ${sql(table)} where shard = ${shard} and person_id = any(${ids}::uuid[])`;
  }
  await sql`
    delete from test_sends
    where workspace_id = ${operation.workspaceId} and (person_id = any(${ids}::uuid[]) or lower(recipient) in (
      select lower(traits ->> 'email') from people where shard = ${shard} and id = any(${ids}::uuid[])))`;
  await sql`
    update near_misses set samples = coalesce((
      select jsonb_agg(sample) from jsonb_array_elements(samples) as sample
      where not (sample ->> 'personId') = any(${ids}::text[])), '[]')
    where shard = ${shard} and workspace_id = ${operation.workspaceId}
      and exists (
        select from jsonb_array_elements(samples) as sample where (sample ->> 'personId') = any(${ids}::text[]))`;
  const named = [...ids, ...enrollmentIds];
  await sql`
    update alerts set detail = '{}'
    where shard = ${shard} and exists (select from unnest(${named}::text[]) as id where strpos(detail::text, id) > 0)`;
  await dropMemberships(sql, shard, ids);
  await dropFromSearch(sql, shard, ids);
  await sql`delete from people where shard = ${shard} and id = any(${ids}::uuid[])`;
  // After the person: whoever reports a device or answers for the person meanwhile holds the row of the person.
  for (const table of ["devices", "subscriptions", "preferences", "consent_changes"])
    await sql`delete from ${sql(table)} where shard = ${shard} and person_id = any(${ids}::uuid[])`;
}

/**
 * Identities and message ids are in the shards of their own keys. Only message ids that contain an identifier of the
 * person are deleted.
 */
async function eraseKeys(
  { sql, shard, operation }: Pick<SliceQuery, "sql" | "shard" | "operation">,
  ids: string[],
): Promise<void> {
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
  if (telling.length > 0) {
    await sql`
      delete from message_ids
      using unnest(
        ${telling.map(({ id }) => keyShard(`${workspaceId} ${id}`))}::int[], ${telling.map(({ id }) => id)}::text[]
      ) as telling (shard, id)
      where message_ids.shard = telling.shard and message_ids.workspace_id = ${workspaceId}
        and message_ids.message_id = telling.id`;
  }
  await eraseSamples({ sql, shard, operation }, ids);
  await eraseAddresses({ sql, shard, operation }, ids);
  await sql`
    delete from sojourn.tracked
    where workspace_id = ${workspaceId}
      and person in (select value from identities where workspace_id = ${workspaceId} and kind = 'external' and person_id = any(${ids}::uuid[]))`;
  await eraseFromParts(sql, workspaceId, ids);
  await sql`delete from identities where person_id = any(${ids}::uuid[])`;
}

/** Refused messages are not events, but their samples show who sent them and may contain an address. */
async function eraseSamples(
  { sql, shard, operation }: Pick<SliceQuery, "sql" | "shard" | "operation">,
  ids: string[],
): Promise<void> {
  const { workspaceId } = operation;
  await sql`
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
async function eraseAddresses(
  { sql, shard, operation }: Pick<SliceQuery, "sql" | "shard" | "operation">,
  ids: string[],
): Promise<void> {
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
  await forgetAddresses(sql, addresses);
}
