import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db";
import { testDatabase } from "#db/testing";
import { TABLES } from "./tables.ts";

type Found = { readonly name: string; readonly columns: readonly string[]; readonly firstOfKey: string | null };

let database: Database;
let found: readonly Found[];

beforeAll(async () => {
  ({ database } = await testDatabase());
  found = await database.sql<Found[]>`
    select case when space.nspname = 'public' then c.relname else space.nspname || '.' || c.relname end as name,
      (select array_agg(attname::text) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      (select attname::text from pg_index key join pg_attribute a on a.attrelid = c.oid and a.attnum = key.indkey[0]
       where key.indrelid = c.oid and key.indisprimary) as "firstOfKey"
    from pg_class c join pg_namespace space on space.oid = c.relnamespace
    where space.nspname in ('public', 'sojourn') and c.relkind in ('r', 'p') and not c.relispartition
    order by 1`;
});

const entryOf = (name: string) => Object.entries(TABLES).find(([table]) => table === name)?.[1];

test("every table of the migrated database has an entry, and every entry a table", () => {
  expect(found.map(({ name }) => name)).toEqual(Object.keys(TABLES).sort());
});

test("R2 sharded tables have the shard first in their key, and local ones have none", () => {
  const places = found.map(({ name, columns }) => [name, columns.includes("shard") ? "sharded" : "local"]);
  expect(places).toEqual(found.map(({ name }) => [name, entryOf(name)?.place]));
  const keys = found.filter(({ name }) => entryOf(name)?.place === "sharded").map(({ firstOfKey }) => firstOfKey);
  expect(new Set(keys)).toEqual(new Set(["shard"]));
});

test("R40 whatever names a person or an enrollment is erased by a column that it has", () => {
  for (const { name, columns } of found) {
    const erase = entryOf(name)?.erase;
    const naming = columns.includes("person_id") || columns.includes("enrollment_id");
    expect([name, naming && erase === "none"]).toEqual([name, false]);
    if (erase === "by_person") expect([name, columns]).toEqual([name, expect.arrayContaining(["person_id"])]);
    if (erase === "by_enrollment") expect([name, columns]).toEqual([name, expect.arrayContaining(["enrollment_id"])]);
  }
});

test("R11 tables in partitions are those that the register says", async () => {
  const rows = await database.sql<
    { name: string }[]
  >`select relname as name from pg_class where relkind = 'p' order by 1`;
  const partitioned = Object.entries(TABLES).filter(([, entry]) => entry.place === "sharded" && entry.partitions);
  expect(rows.map(({ name }) => name)).toEqual(partitioned.map(([name]) => name).sort());
});
