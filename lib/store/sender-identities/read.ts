import type { Connection } from "../sql/connection.ts";

/** An address that may be sent from. */
export type VerifiedSender = {
  readonly workspaceId: string;
  /** In lower case. */
  readonly email: string;
  readonly name: string | null;
};

/** All verified sender identities of these workspaces; a workspace has at most a few hundred. */
export async function readVerifiedSenders(sql: Connection, workspaceIds: readonly string[]): Promise<VerifiedSender[]> {
  return await sql<VerifiedSender[]>`
    select workspace_id as "workspaceId", email, name from sender_identities
    where workspace_id = any(${[...workspaceIds]}::text[]::uuid[]) and verified_at is not null`;
}
