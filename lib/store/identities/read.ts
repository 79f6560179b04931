import type { Connection } from "../sql/connection.ts";

export type FoundIdentity = {
  readonly workspaceId: string;
  readonly kind: "external" | "anonymous";
  readonly value: string;
  readonly personId: string;
  /** Whether the person has a `userId`, this or another. */
  readonly known: boolean;
};

type Key = { readonly shard: number; readonly workspaceId: string; readonly kind: string; readonly value: string };

export async function findIdentities(sql: Connection, keys: readonly Key[]): Promise<FoundIdentity[]> {
  return await sql<FoundIdentity[]>`
    select own.workspace_id as "workspaceId", own.kind, own.value, own.person_id as "personId",
      own.kind = 'external' or exists (
        select from identities as other where other.person_id = own.person_id and other.kind = 'external') as known
    from unnest(
      ${keys.map((key) => key.shard)}::int[], ${keys.map((key) => key.workspaceId)}::uuid[],
      ${keys.map((key) => key.kind)}::text[], ${keys.map((key) => key.value)}::text[]
    ) as wanted (shard, workspace_id, kind, value)
    join identities as own on own.shard = wanted.shard and own.workspace_id = wanted.workspace_id
      and own.kind = wanted.kind and own.value = wanted.value`;
}
