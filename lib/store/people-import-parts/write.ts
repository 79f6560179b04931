import { ALL_SHARDS, shardOf, type Transaction } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { PartCounts } from "./read.ts";
import { type ImportedPerson, peopleImportParts, type RefusedRow } from "./table.ts";

export type NewPart = {
  readonly size: number;
  readonly rows: readonly ImportedPerson[];
  readonly refused: readonly RefusedRow[];
};

/** Stores a part of an uploaded list; the caller's transaction stores the whole list or nothing. */
export async function insertPart(
  tx: Transaction,
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
  number: number,
  part: NewPart,
): Promise<void> {
  await tx.insert(peopleImportParts).values({ ...part, shard: shardOf(id), importId: id, workspaceId, number });
}

/** Notes what was done, and deletes the rows. */
export async function finishPart(
  sql: Connection,
  importId: string,
  number: number,
  { created, updated }: PartCounts,
): Promise<void> {
  await sql`
    update people_import_parts set rows = null, created = ${created}, updated = ${updated}, done_at = now()
    where shard = ${shardOf(importId)} and import_id = ${importId} and number = ${number}`;
}

/** Deletes the rows that will never be stored, because the import was cancelled or failed. */
export async function clearEndedParts(sql: Connection): Promise<void> {
  await sql`
    update people_import_parts set rows = null
    where shard = any(${ALL_SHARDS}::smallint[]) and rows is not null and exists (
      select from operations where operations.id = import_id and status not in ('waiting', 'running'))`;
}

/**
 * Takes people out of the rows that are not stored yet, so that a list uploaded before does not bring them back (R40).
 * Returns how many parts had some.
 */
export async function eraseFromParts(sql: Connection, workspaceId: string, people: readonly string[]): Promise<number> {
  const parts = await sql`
    with own as (
      select value, kind from identities where workspace_id = ${workspaceId} and person_id = any(${[...people]}::uuid[])
    ), told as (
      select shard, import_id, number, json_agg(one.row order by place) filter (where own.value is null) as rest
      from people_import_parts, json_array_elements(rows) with ordinality as one (row, place)
      left join own on own.value = one.row ->> (case own.kind when 'external' then 'userId' else 'anonymousId' end)
      where workspace_id = ${workspaceId} and rows is not null
      group by shard, import_id, number
      having count(own.value) > 0
    )
    update people_import_parts as part set rows = coalesce(told.rest, '[]')
    from told where part.shard = told.shard and part.import_id = told.import_id and part.number = told.number
      and part.rows is not null`;
  return parts.count;
}
