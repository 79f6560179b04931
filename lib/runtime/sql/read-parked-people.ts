import { type Connection, toSqlTimestamp } from "./connection.ts";

export type ParkedRow = {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly workspaceId: string;
};

/**
 * Enrollments of one shard that stand at these nodes, the next page of them; with `since` only those of people who got an event
 * of the names, or came into a segment, since then: what else may change signals the person by itself.
 */
export async function readParkedPeople(
  sql: Connection,
  query: {
    readonly shard: number;
    readonly nodes: readonly { readonly journeyId: string; readonly nodeId: string }[];
    readonly names: readonly string[];
    readonly since: number | null;
    readonly cursor: string;
    readonly limit: number;
  },
): Promise<ParkedRow[]> {
  const { shard, nodes, names, cursor, limit } = query;
  const since = query.since === null ? null : toSqlTimestamp(query.since);
  return await sql<ParkedRow[]>`
    select enrollment_id as "enrollmentId", person_id as "personId", workspace_id as "workspaceId"
    from positions
    where shard = ${shard} and enrollment_id > ${cursor} and (journey_id, node_id) in (
        select * from unnest(${nodes.map((node) => node.journeyId)}::uuid[], ${nodes.map((node) => node.nodeId)}::uuid[]))
      and (${since}::timestamptz is null
        or exists (
          select from events
          where events.shard = positions.shard and events.person_id = positions.person_id
            and events.received_at >= ${since}::timestamptz and events.name = any(${[...names]}::text[]))
        or exists (
          select from segment_members
          where segment_members.shard = positions.shard and segment_members.person_id = positions.person_id
            and segment_members.entered_at >= ${since}::timestamptz))
    order by enrollment_id
    limit ${limit}`;
}
