import type { Connection } from "../sql/connection.ts";

export type ListedVersion = {
  id: string;
  number: number;
  hash: string;
  publishedBy: string | null;
  name: string | null;
  note: string | null;
  createdAt: Date;
  nodes: number;
  edges: number;
};

/** Returns only the sizes of the documents, because two hundred documents may be large. */
export function readListedVersions(sql: Connection, journeyId: string): Promise<ListedVersion[]> {
  return sql<ListedVersion[]>`
    select id, number, hash, published_by as "publishedBy", name, note, created_at as "createdAt",
      jsonb_array_length(document -> 'nodes') as nodes, jsonb_array_length(document -> 'edges') as edges
    from versions where journey_id = ${journeyId} order by number desc limit 200`;
}
