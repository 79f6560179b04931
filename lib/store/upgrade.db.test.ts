import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { type Database, migrate } from "#db";
import { testDatabase } from "#db/testing";
import { OWN_CHANNEL_TYPES } from "#journey";
import { auditAll } from "#services/audit";
import * as schema from "./schema.ts";
import { installUpTo, OLDEST } from "./testing/old-installation.ts";

let fresh: Database;
let upgraded: Database;
let before: Readonly<Record<string, number>>;

beforeAll(async () => {
  const [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  fresh = first.database;
  upgraded = second.database;
  await install(upgraded, OLDEST);
  before = await rowsOf(upgraded);
  await migrate(upgraded);
});

/** Empties a database, and fills it as a release did whose last migration was this one. */
async function install(database: Database, tag: string): Promise<void> {
  await database.sql.unsafe(`
    drop schema public cascade; drop schema sojourn cascade; drop schema drizzle cascade; create schema public`);
  await installUpTo(database, tag);
}

const RENAMED: Readonly<Record<string, string>> = { "public.step_attempts": "public.advance_attempts" };

/** A partition is empty where another one holds the row. */
const PARTITION = /_(default|\d)/;

const rowsOf = async ({ sql }: Database): Promise<Record<string, number>> => {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'sojourn') order by 1`;
  const rows: Record<string, number> = {};
  for (const { name } of tables) rows[name] = (await sql.unsafe(`select from ${name}`)).length;
  return rows;
};

/** Everything of a schema that a statement may meet, each thing as a line of text. */
async function describeSchema({ sql }: Database): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with spaces as (select oid, nspname from pg_namespace where nspname in ('public', 'sojourn')),
    relations as (select c.*, nspname from pg_class c join spaces on spaces.oid = relnamespace)
    select format('%s %s.%s %s %s %s', relkind, nspname, relname, relpersistence, reloptions, pg_get_partkeydef(oid)) as line
    from relations where relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select format('column %s.%s %s %s %s %s %s', nspname, relname, attname, format_type(atttypid, atttypmod), attnotnull,
      attidentity, pg_get_expr(adbin, adrelid))
    from pg_attribute join relations on relations.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v')
    union all select pg_get_indexdef(oid) from relations where relkind in ('i', 'I')
    union all
    select format('constraint %s %s %s', conname, conrelid::regclass, pg_get_constraintdef(pg_constraint.oid))
    from pg_constraint join spaces on spaces.oid = connamespace
    union all select format('view %s', pg_get_viewdef(oid)) from relations where relkind = 'v'
    union all select pg_get_functiondef(pg_proc.oid) from pg_proc join spaces on spaces.oid = pronamespace where prokind = 'f'
    union all select pg_get_triggerdef(pg_trigger.oid) from pg_trigger join relations on relations.oid = tgrelid where not tgisinternal
    order by 1`;
  return rows.map(({ line }) => line);
}

describe("an installation with the oldest schema and rows in every table", () => {
  test("is brought to the schema of a new installation", async () => {
    const wanted = await describeSchema(fresh);
    expect(wanted.length).toBeGreaterThan(500);
    expect(await describeSchema(upgraded)).toEqual(wanted);
  });

  test("has a channel of every kind in each workspace, as a new one has", async () => {
    const lacking = await upgraded.sql`
      select w.id, wanted.kind from workspaces w cross join unnest(${[...OWN_CHANNEL_TYPES]}::text[]) as wanted (kind)
      where not exists (select from channels c where c.workspace_id = w.id and c.kind = wanted.kind)`;
    expect(lacking).toEqual([]);
  });

  test("keeps its rows", async () => {
    const after: Record<string, number> = await rowsOf(upgraded);
    // Links of before end with the migration that gave members links of their own.
    const emptied = ["public.verifications"];
    const empty = Object.entries(before).filter(([name, rows]) => rows === 0 && !PARTITION.test(name));
    expect(empty).toEqual([]);
    for (const [table, rows] of Object.entries(before)) {
      const kept = emptied.includes(table) ? 0 : rows;
      expect([table, after[RENAMED[table] ?? table]]).toEqual([table, kept]);
    }
  });
});

/** Releases between the oldest one and this one: each skips other migrations, which alone have to bring it here. */
const BETWEEN = [
  "0015_rejected_signals",
  "0024_enrollments_hidden_data",
  "0036_providers",
  "0047_preview_links",
  "0053_event_names",
];

describe.each(BETWEEN)("an installation of %s", (tag) => {
  test("is brought to the same schema, keeps its rows, and can be audited", async () => {
    const { database } = await testDatabase();
    await install(database, tag);
    const rows = await rowsOf(database);
    await migrate(database);
    expect(await describeSchema(database)).toEqual(await describeSchema(fresh));
    const after = await rowsOf(database);
    const lost = Object.entries(rows).filter(([name, count]) => count > (after[RENAMED[name] ?? name] ?? 0));
    expect(lost.filter(([name]) => name !== "public.verifications")).toEqual([]);
    expect((await auditAll(database)).accounted).toBeDefined();
  });
});

test("the migrated database has the columns that the table definitions say, and no others", async () => {
  const rows = await fresh.sql<{ line: string }[]>`
    select format('%s.%s %s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull, atthasdef) as line
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped
    order by 1`;
  const defined = Object.values(schema).flatMap((table) => {
    const { name, columns } = getTableConfig(table as PgTable);
    return columns.map(
      (column) =>
        `${name}.${column.name} ${column.getSQLType().replace(", ", ",")} ${column.notNull ? "t" : "f"} ${column.default !== undefined || column.generated ? "t" : "f"}`,
    );
  });
  expect(rows.map(({ line }) => line)).toEqual(defined.sort());
});
