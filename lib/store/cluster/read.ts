import type { Sql } from "#db";
import type { Connection } from "../sql/connection.ts";
import { TABLES } from "../tables.ts";

/** What a database says about Citus; `null`: the extension is not there. */
export type Cluster = {
  readonly version: string;
  /** Nodes that take shards, without the coordinator. */
  readonly workers: readonly string[];
  /** Tables that are distributed already. */
  readonly distributed: readonly string[];
};

/** Tables whose rows are distributed over the nodes, in the order of the register. */
export const shardedTables = (): readonly string[] =>
  Object.entries(TABLES)
    .filter(([, { place }]) => place === "sharded")
    .map(([name]) => name);

export async function readCluster(sql: Connection): Promise<Cluster | null> {
  const [extension] = await sql<{ version: string }[]>`
    select extversion as version from pg_extension where extname = 'citus'`;
  if (!extension) return null;
  const nodes = await sql<{ node: string }[]>`
    select nodename || ':' || nodeport as node from pg_dist_node
    where isactive and noderole = 'primary' and shouldhaveshards and groupid <> 0 order by 1`;
  return {
    version: extension.version,
    workers: nodes.map(({ node }) => node),
    distributed: await readDistributed(sql),
  };
}

/** Names of the distributed tables, without their partitions. */
async function readDistributed(sql: Connection): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid
    where p.partmethod = 'h' and not c.relispartition and c.relnamespace = 'public'::regnamespace order by 1`;
  return rows.map(({ name }) => name);
}

/** Rows of each table by the server's statistics, for what is said before anything is moved. */
export async function readSizes(sql: Sql, tables: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ name: string; bytes: number }[]>`
    select c.relname as name, sum(pg_total_relation_size(part.relid))::float8 as bytes
    from pg_class c cross join pg_partition_tree(c.oid) as part
    where c.relname = any(${[...tables]}::text[]) and c.relnamespace = 'public'::regnamespace
    group by 1`;
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

/** Connections of servers and workers, which must have ended. */
export async function countSessions(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = 'sojourn' and pid <> pg_backend_pid()`;
  return row?.count ?? 0;
}
