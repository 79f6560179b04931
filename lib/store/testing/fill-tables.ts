import type { Database } from "#db";

type Column = { readonly name: string; readonly type: string; readonly parent: string | null };

/** Values that a column of a type can have; every uuid is the same, so rows belong together. */
const VALUES: Readonly<Record<string, string>> = {
  bool: "true",
  date: "current_date",
  float8: "1",
  int2: "1",
  int4: "1",
  int8: "1",
  json: "'{}'",
  jsonb: "'{}'",
  name: "current_user",
  text: "'a'",
  timestamptz: "now()",
  uuid: "'0198c0de-0000-7000-8000-000000000001'",
};

/** Puts a row into every table of the database that has none, whatever its columns are. */
export async function fillTables(database: Database): Promise<void> {
  const waiting = new Set(await emptyTables(database));
  for (const name of waiting) {
    const columns = await neededColumns(database, name);
    waiting.delete(name);
    // Comes again once the tables that it refers to have a row.
    if (columns.some(({ parent }) => parent !== null && waiting.has(parent))) waiting.add(name);
    else await insertRow(database, name, columns);
  }
}

async function insertRow({ sql }: Database, name: string, columns: readonly Column[]): Promise<void> {
  const values = columns.map(({ type, parent }) => {
    if (parent !== null) return `(select id from ${parent} limit 1)`;
    const value = type.startsWith("_") ? "'{}'" : VALUES[type];
    if (value === undefined) throw new Error(`There is no value for the type ${type}`);
    return value;
  });
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  await sql.unsafe(
    columns.length === 0
      ? `insert into ${name} default values`
      : `insert into ${name} (${names}) values (${values.join(", ")})`,
  );
}

async function emptyTables({ sql }: Database): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select quote_ident(nspname) || '.' || quote_ident(relname) as name
    from pg_class c join pg_namespace on pg_namespace.oid = relnamespace
    where nspname in ('public', 'sojourn') and relkind in ('r', 'p') and not relispartition order by 1`;
  const empty: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select from ${name} limit 1`);
    if (rows.length === 0) empty.push(name);
  }
  return empty;
}

/** Columns that have to be given, and the table whose id each refers to. */
async function neededColumns({ sql }: Database, table: string): Promise<readonly Column[]> {
  return await sql<Column[]>`
    select attname as name, typname as type, (
      select quote_ident(nspname) || '.' || quote_ident(relname) from pg_constraint
      join pg_class parent on parent.oid = confrelid join pg_namespace on pg_namespace.oid = parent.relnamespace
      where contype = 'f' and conrelid = attrelid and conkey = array[attnum]) as parent
    from pg_attribute join pg_type on pg_type.oid = atttypid
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef
      and attidentity = '' and attgenerated = ''
    order by attnum`;
}
