import type { Newcomer, Slice } from "../operations/operation.ts";
import { personColumns } from "./read-people.ts";

/** A slice of those of the listed people who are in this shard; strangers to the workspace are passed over. */
export async function readListed(slice: Slice, people: readonly string[]): Promise<Newcomer[]> {
  const { sql, operation, shard, cursor, limit } = slice;
  return await sql<Newcomer[]>`
    select ${personColumns(sql)}, null as since from people
    where shard = ${shard} and id > ${cursor} and id = any(${[...people]}::uuid[]) and workspace_id = ${operation.workspaceId}
    order by id
    limit ${limit}`;
}
