import { config } from "#config";
import { connect, type Database, isDatabaseAway, isMigrated } from "#db";
import {
  type Cluster,
  countSessions,
  distributeTables,
  readCluster,
  readSizes,
  shardedTables,
  undistributeTables,
} from "#store/cluster";

/** Two shards of the product in each of Citus; more would cost a connection each in every statement on all of them. */
const SHARDS = 32;

type Way = "distribute" | "undistribute";

/**
 * Distributes the tables of people over the nodes of a Citus cluster, or brings them back. Without `--yes` it says what
 * it would do and changes nothing. Returns the exit code: 0 done or nothing to do, 1 refused, 2 no database.
 */
export async function runDistribute(flags: readonly string[]): Promise<number> {
  const way: Way = flags.includes("undistribute") ? "undistribute" : "distribute";
  const { databaseUrl, pooled } = config();
  const url = pooled?.directUrl ?? databaseUrl;
  if (url === null) {
    say("Set DATABASE_URL to the coordinator of a Citus cluster: the embedded database is one server.");
    return 2;
  }
  const database = connect(url, { max: 1, settings: { statement_timeout: 0 } });
  try {
    return await runOn(database, way, flags.includes("--yes"));
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    say(`The database does not answer: ${(error as Error).message}`);
    return 2;
  } finally {
    await database.close();
  }
}

async function runOn(database: Database, way: Way, isMeant: boolean): Promise<number> {
  const { sql } = database;
  if (!(await isMigrated(database))) {
    say("This database belongs to another release: start this release on it first to migrate it.");
    return 2;
  }
  const cluster = await readCluster(sql);
  const refusals = await findRefusals(database, way, cluster);
  if (refusals.length > 0 || cluster === null) {
    say("This database cannot be changed now:");
    for (const refusal of refusals) say(`  - ${refusal}`);
    return 1;
  }
  const done = new Set(cluster.distributed);
  const tables = shardedTables().filter((table) => done.has(table) === (way === "undistribute"));
  if (tables.length === 0) {
    say(way === "distribute" ? "All tables of people are distributed already." : "No table is distributed.");
    return 0;
  }
  const sizes = await readSizes(sql, tables);
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  say(
    way === "distribute"
      ? `${tables.length} tables (${megabytes(bytes)} on this server) go to ${cluster.workers.length} nodes by their shard: ${cluster.workers.join(", ")}. Everything else stays here.`
      : `${tables.length} tables come back from ${cluster.workers.length} nodes onto this server; it needs room for all of them.`,
  );
  if (!isMeant) {
    say(`Nothing was changed. Repeat with --yes, with every server and worker stopped: npm run db:${way} -- --yes`);
    return 0;
  }
  const told = (table: string) => say(`  ${table}`);
  if (way === "distribute") await distributeTables(sql, done, told, SHARDS);
  else await undistributeTables(sql, done, told);
  say(`Done: ${tables.length} tables. Start the servers again.`);
  return 0;
}

/** All reasons at once for which nothing can be done. */
async function findRefusals(database: Database, way: Way, cluster: Cluster | null): Promise<string[]> {
  const refusals: string[] = [];
  if (cluster === null)
    refusals.push("it has no Citus: run “create extension citus” on this and every other node first (docs/scaling.md)");
  if (cluster && way === "distribute" && cluster.workers.length === 0)
    refusals.push("no node takes shards: add some with citus_add_node(host, port) first");
  const sessions = await countSessions(database.sql);
  if (sessions > 0)
    refusals.push(
      `servers or workers use it (${sessions} connections): stop them, as tables are locked while they move`,
    );
  return refusals;
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20).toLocaleString("en")} MB`;
const say = (line: string) => process.stdout.write(`${line}\n`);
