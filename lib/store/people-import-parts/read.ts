import { shardOf, type TransactionSql } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { ImportedPerson, RefusedRow } from "./table.ts";

export type WaitingPart = { readonly number: number; readonly size: number; readonly rows: readonly ImportedPerson[] };

/** Locks the first part that is not stored yet. */
export async function takePart(sql: TransactionSql, importId: string): Promise<WaitingPart | undefined> {
  const [part] = await sql<WaitingPart[]>`
    select number, size, coalesce(rows, '[]') as rows from people_import_parts
    where shard = ${shardOf(importId)} and import_id = ${importId} and done_at is null
    order by number limit 1
    for update`;
  return part;
}

export type PartCounts = { readonly created: number; readonly updated: number };

/** What was done of each list. */
export async function countParts(sql: Connection, importIds: readonly string[]): Promise<Map<string, PartCounts>> {
  const rows = await sql<({ id: string } & PartCounts)[]>`
    select import_id as id, sum(created)::int as created, sum(updated)::int as updated from people_import_parts
    where shard = any(${importIds.map(shardOf)}::smallint[]) and import_id = any(${[...importIds]}::uuid[])
    group by import_id`;
  return new Map(rows.map(({ id, created, updated }) => [id, { created, updated }]));
}

/** A page of the refused rows of a list, in the order of the file. */
export async function readRefusedRows(
  sql: Connection,
  importId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<RefusedRow[]> {
  const found = await sql<{ row: RefusedRow }[]>`
    select one.row from people_import_parts, json_array_elements(refused) with ordinality as one (row, place)
    where shard = ${shardOf(importId)} and import_id = ${importId}
    order by number, place limit ${page.limit} offset ${page.offset}`;
  return found.map(({ row }) => row);
}
