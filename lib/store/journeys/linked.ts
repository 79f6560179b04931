import { sql } from "drizzle-orm";
import type { Orm, Transaction } from "#db";
import { isEntry, type JourneyNode, type JsonObject, NODE_TYPES, nodeKinds } from "#journey";
import type { JourneyRow } from "./read.ts";

/** What of a published journey leads to other journeys. */
export type LinkedRow = Pick<JourneyRow, "id" | "name" | "key" | "shortId" | "number"> & {
  readonly nodes: JourneyNode[];
  readonly settings: JsonObject | null;
  readonly audienceId: string | null;
};

/** The kinds that link journeys: people enter by them, or they may change people, make events or enroll. */
const LINKING = NODE_TYPES.filter((type) => isEntry({ type }) || nodeKinds[type].changesPeople);
const LINKS = `$.nodes[*] ? (${LINKING.map((type) => `@.type == "${type}"`).join(" || ")})`;

/** The journeys that people can enter, with only the nodes that link journeys: a workspace may have many large ones. */
export async function readLinkedJourneys(orm: Orm | Transaction, workspaceId: string): Promise<LinkedRow[]> {
  const rows = await orm.execute<LinkedRow & Record<string, unknown>>(sql`
    select j.id, j.name, j.key, j.short_id as "shortId", j.number,
      jsonb_path_query_array(v.document, ${LINKS}::jsonpath) as nodes,
      v.document -> 'settings' as settings, v.document ->> 'audienceId' as "audienceId"
    from journeys j join versions v on v.id = j.published_version_id
    where j.workspace_id = ${workspaceId} and j.status in ('published', 'paused')`);
  return [...rows];
}
