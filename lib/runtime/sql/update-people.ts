import type { Person } from "#engine";
import { type Connection, type Owned, shardsOf, toSqlTimestamp } from "./connection.ts";

/** The shard's owner is the only writer of people, so the whole row may be written (R1). */
export async function updatePeople(sql: Connection, rows: readonly Owned<Person>[], now: number): Promise<void> {
  await sql`
    update people
    set external_id = changed.external_id, anonymous_id = changed.anonymous_id, traits = changed.traits::jsonb,
      tags = array(select jsonb_array_elements_text(changed.tags::jsonb)), stage = changed.stage,
      last_seen_at = ${toSqlTimestamp(now)}::timestamptz,
      updated_at = ${toSqlTimestamp(now)}::timestamptz
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ row }) => row.id)}::uuid[], ${rows.map(({ row }) => row.externalId)}::text[],
      ${rows.map(({ row }) => row.anonymousId)}::text[], ${rows.map(({ row }) => JSON.stringify(row.traits))}::text[],
      ${rows.map(({ row }) => JSON.stringify(row.tags))}::text[], ${rows.map(({ row }) => row.stage)}::text[]
    ) as changed (shard, id, external_id, anonymous_id, traits, tags, stage)
    where people.shard = changed.shard and people.id = changed.id`;
}
