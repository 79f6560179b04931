import { ALL_SHARDS, identityShard } from "#db";
import { type Connection, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";

export type FoundIdentity = {
  readonly workspaceId: string;
  readonly kind: "external" | "anonymous";
  readonly value: string;
  readonly personId: string;
  /** Whether the person has a `userId` (this or another). */
  readonly known: boolean;
};

type Key = { readonly shard: number; readonly workspaceId: string; readonly kind: string; readonly value: string };

export async function findIdentities(sql: Connection, keys: readonly Key[]): Promise<FoundIdentity[]> {
  const found = await sql<Omit<FoundIdentity, "known">[]>`
    select own.workspace_id as "workspaceId", own.kind, own.value, own.person_id as "personId"
    from unnest(
      ${plain(keys.map((key) => key.shard))}::int[], ${plain(keys.map((key) => key.workspaceId))}::uuid[],
      ${plain(keys.map((key) => key.kind))}::text[], ${keys.map((key) => key.value)}::text[]
    ) as wanted (shard, workspace_id, kind, value)
    join identities as own on own.shard = wanted.shard ${ofOneShard(
      sql,
      "own",
      keys.map(({ shard }) => shard),
    )}
      and own.workspace_id = wanted.workspace_id and own.kind = wanted.kind and own.value = wanted.value`;
  const known = await findKnown(
    sql,
    found.filter(({ kind }) => kind === "anonymous").map(({ personId }) => personId),
  );
  return found.map((row) => ({ ...row, known: row.kind === "external" || known.has(row.personId) }));
}

/** Those of the people who have a `userId`. Their other ids may be in any shard, so no join finds them. */
async function findKnown(sql: Connection, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await sql<{ id: string }[]>`
    select person_id as id from identities where person_id = any(${plain(people)}::uuid[]) and kind = 'external'`;
  return new Set(rows.map(({ id }) => id));
}

/** The person with an id of the workspace's own (`external`) or of a browser (`anonymous`); undefined: nobody. */
export async function findIdentity(
  sql: Connection,
  workspaceId: string,
  kind: "external" | "anonymous",
  value: string,
): Promise<string | undefined> {
  const [row] = await sql<{ person_id: string }[]>`
    select person_id from identities
    where shard = ${identityShard(workspaceId, kind, value)} and workspace_id = ${workspaceId}
      and kind = ${kind} and value = ${value}`;
  return row?.person_id;
}

type Identity = { readonly kind: "external" | "anonymous"; readonly value: string; readonly person_id: string };

/** The people with the given ids of the workspace or of browsers, in every shard; unknown ids are left out. */
export async function lookUpIdentities(
  sql: Connection,
  workspaceId: string,
  external: readonly string[],
  anonymous: readonly string[],
): Promise<Identity[]> {
  return await sql<Identity[]>`
    select kind, value, person_id from identities
    where shard = any(${ALL_SHARDS}::smallint[]) and workspace_id = ${workspaceId} and (
      (kind = 'external' and value = any(${[...external]}::text[]))
      or (kind = 'anonymous' and value = any(${[...anonymous]}::text[])))`;
}
