import type { Connection } from "../sql/connection.ts";

/** The names of journeys of a workspace by id. */
export async function readJourneyTitles(
  sql: Connection,
  workspaceId: string,
  ids: readonly string[],
): Promise<[id: string, name: string][]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from journeys where workspace_id = ${workspaceId} and id = any(${[...ids]}::text[]::uuid[])`;
  return rows.map(({ id, name }) => [id, name]);
}
