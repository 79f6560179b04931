import { shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";
import type { ConsentChange } from "./write.ts";

/** What a person answered, the latest first. */
export async function readConsentChanges(
  sql: Connection,
  { workspaceId, personId }: { readonly workspaceId: string; readonly personId: string },
  limit = 100,
): Promise<(ConsentChange & { readonly id: string })[]> {
  return await sql<(ConsentChange & { id: string })[]>`
    select id, workspace_id as "workspaceId", person_id as "personId", at, what, topic, channel, former, current, source,
      reason
    from consent_changes
    where shard = ${shardOf(personId)} and person_id = ${personId} and workspace_id = ${workspaceId}
    order by at desc, id desc limit ${limit}`;
}
