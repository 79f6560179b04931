import type { Connection } from "../sql/connection.ts";

/** Whether a version of the journey has, or had, the step. */
export async function hasStep(sql: Connection, journeyId: string, nodeId: string): Promise<boolean> {
  const found = await sql`
    select from versions where journey_id = ${journeyId}
      and document -> 'nodes' @> ${JSON.stringify([{ id: nodeId }])}::text::jsonb
    limit 1`;
  return found.length > 0;
}
