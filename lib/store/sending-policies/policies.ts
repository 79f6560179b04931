import type { SendingPolicies } from "#policies";
import type { Connection } from "../sql/connection.ts";

export type StoredPolicies = {
  readonly document: unknown;
  readonly revision: number;
  readonly updatedAt: Date | string;
};

/** Undefined: the workspace never said anything. */
export async function readSendingPolicies(sql: Connection, workspaceId: string): Promise<StoredPolicies | undefined> {
  const [row] = await sql<StoredPolicies[]>`
    select document, revision, updated_at as "updatedAt" from sending_policies where workspace_id = ${workspaceId}`;
  return row;
}

/** Replaces the policies if they are still of this revision (0: there are none yet); undefined: they are not. */
export async function putSendingPolicies(
  sql: Connection,
  workspaceId: string,
  policies: SendingPolicies,
  revision: number,
): Promise<StoredPolicies | undefined> {
  const [row] = await sql<StoredPolicies[]>`
    insert into sending_policies (workspace_id, document, revision)
    select ${workspaceId}, ${JSON.stringify(policies)}::text::jsonb, 1
    where ${revision} = 0 or exists (select from sending_policies where workspace_id = ${workspaceId})
    on conflict (workspace_id) do update
      set document = excluded.document, revision = sending_policies.revision + 1, updated_at = clock_timestamp()
      where sending_policies.revision = ${revision}
    returning document, revision, updated_at as "updatedAt"`;
  return row;
}
