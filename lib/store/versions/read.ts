import type { Program } from "#engine";
import { NODE_TYPES, nodeKinds } from "#journey";
import type { Connection } from "../sql/connection.ts";

/** Programs are immutable, so each process reads each one once. With `newestFormat`, newer formats are left out. */
export async function readPrograms(
  sql: Connection,
  versions: readonly string[],
  newestFormat?: number,
): Promise<{ id: string; workspaceId: string; program: Program }[]> {
  return await sql<{ id: string; workspaceId: string; program: Program }[]>`
    select id, workspace_id as "workspaceId", program from versions where id = any(${[...versions]}::uuid[])
      ${newestFormat === undefined ? sql`` : sql`and program_format <= ${newestFormat}`}`;
}

/**
 * Versions with a newer program format than this worker can run. They are excluded from the claim, instead of being
 * skipped after it (R16).
 */
export async function readUnreadableVersions(sql: Connection, format: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select id from versions where program_format > ${format}`;
  return rows.map((row) => row.id);
}

export type ConditionNode = {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly config: Record<string, unknown>;
};

const CONDITIONS = NODE_TYPES.filter((type) => nodeKinds[type].awaitsCondition);

/** Every node of every version at which people wait for a condition; read once per revision of the configuration. */
export async function findConditionNodes(sql: Connection): Promise<ConditionNode[]> {
  return await sql<ConditionNode[]>`
    select distinct on (journey_id, node.value ->> 'nodeId', node.value -> 'config') journey_id as "journeyId",
      node.value ->> 'nodeId' as "nodeId", node.value -> 'config' as config
    from versions cross join lateral jsonb_each(program -> 'states') as node
    where node.value ->> 'type' = any(${CONDITIONS}::text[])`;
}

/** Those of the given versions that people stand on. */
export async function findStoodOn(sql: Connection, versionIds: readonly string[]): Promise<string[]> {
  if (versionIds.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    select v.id from versions v
    where v.id = any(${[...versionIds]}::text[]::uuid[]) and exists (
      select from shards as looked
      join positions p on p.shard = looked.shard and p.journey_id = v.journey_id and p.version_id = v.id)`;
  return rows.map(({ id }) => id);
}

/** What versions say about the sending of their messages. */
export async function readSendingSettings(
  sql: Connection,
  versions: readonly string[],
): Promise<{ id: string; sending: unknown }[]> {
  if (versions.length === 0) return [];
  return await sql<{ id: string; sending: unknown }[]>`
    select id, document #> '{settings,sending}' as sending from versions
    where id = any(${[...versions]}::text[]::uuid[])`;
}
