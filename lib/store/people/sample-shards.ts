import { ALL_SHARDS } from "#db";
import type { Connection } from "../sql/connection.ts";
import { countPeople } from "./list.ts";

type ShardSample = {
  readonly ids: readonly string[];
  /** The people of the workspace are this many times those of the sample; 1: it is everybody. */
  readonly factor: number;
};

/**
 * Everybody of a workspace if they are at most `most`, else the people of as many shards as hold about so many. Shards are
 * made by random bits of the ids, so each holds a fair sample, and the reading costs the same with any number of people (R51).
 */
export async function sampleShards(sql: Connection, workspaceId: string, most: number): Promise<ShardSample> {
  const everyone = { workspaceId, tag: null, search: null, ids: null, segmentId: null };
  const { total } = await countPeople(sql, everyone);
  if (total <= most) return { ids: await readIds(sql, workspaceId, ALL_SHARDS, most), factor: 1 };
  const ids: string[] = [];
  let read = 0;
  for (const shard of ALL_SHARDS) {
    ids.push(...(await readIds(sql, workspaceId, [shard], 2 * most)));
    read++;
    if (ids.length >= most) break;
  }
  return { ids, factor: Math.max(ALL_SHARDS.length / read, ids.length === 0 ? 1 : total / ids.length) };
}

async function readIds(sql: Connection, workspaceId: string, shards: readonly number[], most: number) {
  const rows = await sql<{ id: string }[]>`
    select id from people
    where shard = any(${[...shards]}::smallint[]) and workspace_id = ${workspaceId} and merged_into is null
    limit ${most}`;
  return rows.map(({ id }) => id);
}
