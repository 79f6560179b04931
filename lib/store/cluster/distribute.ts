import type { Sql } from "#db";
import { shardedTables } from "./read.ts";

const FIRST = "shards";

/**
 * Settings of the database on each node. They do not travel with a session: a worker node plans for itself, and plans
 * cached while its tables were empty must not read whole tables.
 */
const NODE_SETTINGS = ["enable_seqscan = off", "jit = off", "timezone = 'UTC'"] as const;

type Told = (table: string) => void;

/**
 * Distributes each sharded table by its shard, next to the others, and empties what stays behind on the coordinator.
 * Tables that are distributed already are left alone, so that an interrupted run can be repeated.
 */
export async function distributeTables(sql: Sql, done: ReadonlySet<string>, told: Told, shards: number): Promise<void> {
  await setOnWorkers(sql, "set");
  for (const table of orderedTables()) {
    if (done.has(table)) continue;
    await sql.begin(async (tx) => {
      for (const statement of await identities(tx as unknown as Sql, table)) await tx.unsafe(statement);
      await tx`select create_distributed_table(${table}::regclass, 'shard', shard_count => ${table === FIRST ? shards : null}::int,
        colocate_with => ${table === FIRST ? "none" : FIRST})`;
    });
    // An own transaction: the rows on the coordinator are hidden already, and only take room.
    await sql`select truncate_local_data_after_distributing_table(${table}::regclass)`;
    told(table);
  }
}

/** Brings the rows of all distributed tables back onto the coordinator. */
export async function undistributeTables(sql: Sql, done: ReadonlySet<string>, told: Told): Promise<void> {
  for (const table of orderedTables().toReversed()) {
    if (!done.has(table)) continue;
    await sql`select undistribute_table(${table}::regclass)`;
    told(table);
  }
  await setOnWorkers(sql, "reset");
}

const orderedTables = () => [FIRST, ...shardedTables().filter((name) => name !== FIRST)];

async function setOnWorkers(sql: Sql, how: "set" | "reset"): Promise<void> {
  const [row] = await sql<{ name: string }[]>`select quote_ident(current_database()) as name`;
  for (const setting of NODE_SETTINGS) {
    const what = how === "set" ? `set ${setting}` : `reset ${setting.split(" ")[0]}`;
    await sql`select run_command_on_workers(${`alter database ${row?.name} ${what}`})`;
  }
}

/**
 * Citus distributes no table with an identity column of a small type. The number then comes from a sequence of the same
 * name on the coordinator, which is where rows are numbered in any case.
 */
async function identities(sql: Sql, table: string): Promise<string[]> {
  const columns = await sql<{ column: string; next: string; type: string }[]>`
    select attname as column, format_type(atttypid, atttypmod) as type,
      (select coalesce(s.last_value + 1, s.start_value)::text from pg_sequences s
       where format('%I.%I', s.schemaname, s.sequencename) = pg_get_serial_sequence(${table}, attname)
         or format('%s.%s', s.schemaname, s.sequencename) = pg_get_serial_sequence(${table}, attname)) as next
    from pg_attribute where attrelid = ${table}::regclass and attidentity <> ''`;
  return columns.flatMap(({ column, next, type }) => [
    `alter table "${table}" alter column "${column}" drop identity`,
    `create sequence "${table}_${column}_seq" as ${type} start ${next}`,
    `alter table "${table}" alter column "${column}" set default nextval('"${table}_${column}_seq"')`,
    `alter sequence "${table}_${column}_seq" owned by "${table}"."${column}"`,
  ]);
}
