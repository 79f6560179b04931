import type { Database } from "#db";
import { lockShardRow } from "../shards/lock.ts";
import { shardedTablesWith } from "../tables.ts";

/**
 * Deletes one shard of a workspace under the shard's lock, so that no batch writes at the same time. Returns the number
 * of deleted people.
 */
export async function deleteShard(
  database: Database,
  shard: number,
  workspaceId: string,
  journeyIds: readonly string[],
): Promise<number> {
  return database.sql.begin(async (sql) => {
    await lockShardRow(sql, shard);
    for (const table of shardedTablesWith("journey_id", ["workspace_id"])) {
      await sql`delete from ${sql(table)} where shard = ${shard} and journey_id = any(${[...journeyIds]}::uuid[])`;
    }
    const ofPeople = sql`person_id in (select id from people where shard = ${shard} and workspace_id = ${workspaceId})`;
    for (const table of shardedTablesWith("person_id", ["workspace_id"])) {
      await sql`delete from ${sql(table)} where shard = ${shard} and ${ofPeople}`;
    }
    // People are deleted last, because they lead to the rows above.
    for (const table of shardedTablesWith("workspace_id").filter((name) => name !== "people")) {
      await sql`delete from ${sql(table)} where shard = ${shard} and workspace_id = ${workspaceId}`;
    }
    const people = await sql`delete from people where shard = ${shard} and workspace_id = ${workspaceId}`;
    await sql`
      delete from operation_shards where shard = ${shard}
        and operation_id in (select id from operations where workspace_id = ${workspaceId})`;
    return people.count;
  });
}
