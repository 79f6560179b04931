import { eq } from "drizzle-orm";
import type { Transaction } from "#db";
import type { Connection } from "../sql/connection.ts";
import { propertyCatalog } from "./table.ts";

export type SeenProperty = {
  readonly workspaceId: string;
  /** Empty: a trait of people. */
  readonly event: string;
  readonly field: string;
  readonly count: number;
  readonly types: readonly string[];
  /** JSON texts. */
  readonly values: readonly string[];
  /** Whether it has too many different values to list. */
  readonly isOpen: boolean;
};

type Most = { readonly fields: number; readonly values: number };

/**
 * Adds what was seen. A new field of an event that has `most.fields` is left out. The rows are sorted, because several
 * processes flush at the same time and would deadlock otherwise.
 */
export async function upsertProperties(sql: Connection, rows: readonly SeenProperty[], most: Most): Promise<void> {
  const texts = (of: (row: SeenProperty) => readonly string[]) => rows.map((row) => JSON.stringify(of(row)));
  await sql`
    with seen as (
      select * from unnest(
        ${rows.map((row) => row.workspaceId)}::uuid[], ${rows.map((row) => row.event)}::text[],
        ${rows.map((row) => row.field)}::text[], ${rows.map((row) => row.count)}::bigint[],
        ${texts((row) => row.types)}::text[], ${texts((row) => row.values)}::text[],
        ${rows.map((row) => String(row.isOpen))}::text[]::boolean[]
      ) as seen (workspace_id, event, field, count, types, vals, is_open)
    ), counted as (
      select workspace_id, event, count(*) as fields from property_catalog
      where (workspace_id, event) in (select workspace_id, event from seen) group by 1, 2
    )
    insert into property_catalog as known (workspace_id, event, field, count, types, values, is_open)
    select workspace_id, event, field, count,
      array(select jsonb_array_elements_text(types::jsonb)), array(select jsonb_array_elements_text(vals::jsonb)), is_open
    from seen left join counted using (workspace_id, event)
    where exists (select from workspaces where workspaces.id = seen.workspace_id)
      and (coalesce(fields, 0) < ${most.fields} or exists (
        select from property_catalog old
        where (old.workspace_id, old.event, old.field) = (seen.workspace_id, seen.event, seen.field)))
    order by workspace_id, event, field
    on conflict (workspace_id, event, field) do update set
      count = known.count + excluded.count, last_seen_at = excluded.last_seen_at,
      types = array(select distinct unnest(known.types || excluded.types) order by 1),
      is_open = known.is_open or excluded.is_open or ${isFull(sql, most.values)},
      values = case when known.is_open or excluded.is_open or ${isFull(sql, most.values)} then '{}'
        else array(select distinct unnest(known.values || excluded.values) order by 1) end`;
}

/** Whether the values seen by all processes together are too many to list. */
const isFull = (sql: Connection, most: number) =>
  sql`(select count(distinct value) from unnest(known.values || excluded.values) as value) > ${most}`;

export async function deleteProperties(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.delete(propertyCatalog).where(eq(propertyCatalog.workspaceId, workspaceId));
}
