import type { Database } from "./client.ts";

const known = new WeakMap<Database, Promise<boolean>>();

/**
 * Whether tables of the database are distributed over the nodes of a Citus cluster. Asked once for each pool, as tables
 * are distributed only while nothing runs.
 */
export function isCluster(database: Database): Promise<boolean> {
  let answer = known.get(database);
  if (!answer) {
    answer = ask(database);
    known.set(database, answer);
    answer.catch(() => known.delete(database));
  }
  return answer;
}

async function ask({ sql }: Database): Promise<boolean> {
  const [catalog] = await sql<{ there: boolean }[]>`
    select to_regclass('pg_catalog.pg_dist_partition') is not null as there`;
  if (!catalog?.there) return false;
  return (await sql`select from pg_dist_partition limit 1`).length > 0;
}
