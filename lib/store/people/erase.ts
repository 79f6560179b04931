import { NO_JOURNEY } from "../deliveries/direct.ts";
import type { SliceQuery } from "../operations/slice.ts";
import { addToReceipt, lockOperation } from "../operations/write.ts";
import { dropFromSearch } from "../people-search/write.ts";
import { dropMemberships } from "../segment-members/write.ts";
import { erasedTables } from "../tables.ts";
import { eraseKeys } from "./erase-keys.ts";
import { Receipt } from "./receipt.ts";

/**
 * Deletes everything that one shard holds of the people, and the keys that lead to them (R40). How many rows each table
 * lost is added to the operation's receipt.
 */
export async function eraseRows(slice: SliceQuery, people: readonly string[]): Promise<void> {
  const { sql, shard, operation } = slice;
  // First, as the slices of one erasure share rows beside the shards, and would take them in any order.
  await lockOperation(sql, operation.id);
  const ids = [...people];
  const receipt = new Receipt();
  await eraseKeys(slice, ids, receipt);
  const enrollments = await sql<{ id: string }[]>`
    select id from enrollments where shard = ${shard} and person_id = any(${ids}::uuid[])
    union all
    select id from deliveries
    where shard = ${shard} and journey_id = ${NO_JOURNEY} and person_id = any(${ids}::uuid[])`;
  const enrollmentIds = enrollments.map((enrollment) => enrollment.id);
  for (const table of erasedTables("by_enrollment")) {
    const gone = await sql`
      delete from ${sql(table)} where shard = ${shard} and enrollment_id = any(${enrollmentIds}::uuid[])`;
    receipt.note(table, gone);
  }
  for (const table of erasedTables("by_person")) {
    const gone = await sql`delete from ${sql(table)} where shard = ${shard} and person_id = any(${ids}::uuid[])`;
    receipt.note(table, gone);
  }
  await eraseMentions(slice, ids, enrollmentIds, receipt);
  receipt.note("segment_members", { count: await dropMemberships(sql, shard, ids) });
  receipt.note("people_search", { count: await dropFromSearch(sql, shard, ids) });
  receipt.note("people", await sql`delete from people where shard = ${shard} and id = any(${ids}::uuid[])`);
  // After the person: what reports a device or answers for the person meanwhile holds the row of the person.
  for (const table of ["devices", "subscriptions", "preferences", "consent_changes"])
    receipt.note(
      table,
      await sql`delete from ${sql(table)} where shard = ${shard} and person_id = any(${ids}::uuid[])`,
    );
  await addToReceipt(sql, operation.id, receipt.rows);
}

/** What rows about something else say of the people. */
async function eraseMentions(
  { sql, shard, operation }: SliceQuery,
  ids: string[],
  enrollmentIds: readonly string[],
  receipt: Receipt,
): Promise<void> {
  const tests = await sql`
    delete from test_sends
    where workspace_id = ${operation.workspaceId} and (person_id = any(${ids}::uuid[]) or lower(recipient) in (
      select lower(traits ->> 'email') from people where shard = ${shard} and id = any(${ids}::uuid[])))`;
  receipt.note("test_sends", tests);
  const misses = await sql`
    update near_misses set samples = coalesce((
      select jsonb_agg(sample) from jsonb_array_elements(samples) as sample
      where not (sample ->> 'personId') = any(${ids}::text[])), '[]')
    where shard = ${shard} and workspace_id = ${operation.workspaceId}
      and exists (
        select from jsonb_array_elements(samples) as sample where (sample ->> 'personId') = any(${ids}::text[]))`;
  receipt.note("near_misses", misses);
  const named = [...ids, ...enrollmentIds];
  const alerts = await sql`
    update alerts set detail = '{}'
    where shard = ${shard} and exists (select from unnest(${named}::text[]) as id where strpos(detail::text, id) > 0)`;
  receipt.note("alerts", alerts);
}
