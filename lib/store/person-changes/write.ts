import { newId } from "#db";
import type { PersonChange } from "#engine";
import { type Connection, type Owned, orderedMoments, peopleOf, shardsOf } from "../sql/connection.ts";

/** Stores every change with the old values, so that a backtest can undo the changes backwards (R41). */
export async function insertPersonChanges(sql: Connection, rows: readonly Owned<PersonChange>[]): Promise<void> {
  await sql`
    insert into person_changes (shard, id, person_id, at, source, patch, before)
    select shard, id, person_id, at::timestamptz, source, patch::json, before::json
    from unnest(
      ${shardsOf(rows)}::int[], ${rows.map(({ owner, row }) => newId(owner.shard, row.at))}::uuid[], ${peopleOf(rows)}::uuid[],
      ${orderedMoments(rows.map(({ row }) => row.at))}::text[], ${rows.map(({ row }) => row.source)}::text[],
      ${rows.map(({ row }) => JSON.stringify(row.patch))}::text[], ${rows.map(({ row }) => JSON.stringify(row.before))}::text[]
    ) as new (shard, id, person_id, at, source, patch, before)`;
}
