import { ALL_SHARDS, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

export type Reachable = { people: number; withEmail: number };

/** The members of a segment, and how many of them have an e-mail address. */
export async function countReachableMembers(sql: Connection, segmentId: string): Promise<Reachable> {
  const [counts] = await sql<Reachable[]>`
    select count(*)::int as people,
      count(*) filter (where btrim(coalesce(p.traits ->> 'email', '')) <> '')::int as "withEmail"
    from segment_members m join people p on p.shard = m.shard and p.id = m.person_id
    where m.shard = any(${ALL_SHARDS}::smallint[]) and m.segment_id = ${segmentId}`;
  return counts ?? { people: 0, withEmail: 0 };
}

/** Those of the given people who are in the workspace, and how many of them have an e-mail address. */
export async function countReachable(
  sql: Connection,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Reachable> {
  if (personIds.length === 0) return { people: 0, withEmail: 0 };
  const [counts] = await sql<Reachable[]>`
    select count(*)::int as people,
      count(*) filter (where btrim(coalesce(traits ->> 'email', '')) <> '')::int as "withEmail"
    from people
    where shard = any(${[...new Set(personIds.map(shardOf))]}::smallint[]) and id = any(${[...personIds]}::uuid[])
      and workspace_id = ${workspaceId}`;
  return counts ?? { people: 0, withEmail: 0 };
}
