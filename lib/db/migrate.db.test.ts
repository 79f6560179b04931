import { expect, test } from "vitest";
import { testDatabase } from "#db/testing";
import { testWorkspace } from "#store/testing";
import { connect } from "./client.ts";
import { isMigrated, migrate } from "./migrate.ts";

test("processes that start at once on an empty database all find it migrated", async () => {
  const { url, database } = await testDatabase();
  const name = `${new URL(url).pathname.slice(1)}_empty`;
  await database.sql`create database ${database.sql(name)}`;
  const empty = new URL(url);
  empty.pathname = `/${name}`;
  const starting = [1, 2, 3].map(() => connect(empty.href, { max: 2 }));
  expect(await Promise.all(starting.map(isMigrated))).toEqual([false, false, false]);
  await Promise.all(starting.map(migrate));
  expect(await Promise.all(starting.map(isMigrated))).toEqual([true, true, true]);
  await Promise.all(starting.map((each) => each.close()));
  await database.sql`drop database ${database.sql(name)}`;
});

test("a database that a newer release has migrated is refused, and left as it is", async () => {
  const { database } = await testDatabase();
  await database.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', ${Date.UTC(2100, 0)})`;
  await expect(migrate(database)).rejects.toThrow("A newer release of Sojourn has migrated this database");
  // The lock is free again: another process is told the same instead of waiting.
  const other = database.fork({ max: 2 });
  await expect(migrate(other)).rejects.toThrow("A newer release");
  await other.close();
});

test("the first migration lays out 64 shards, one engine configuration and a secret", async () => {
  const { database } = await testDatabase();
  const [row] = await database.sql`
    select (select count(*)::int from shards) as shards,
           (select revision::int from engine_config) as revision,
           (select length(secret) from installation) as secret`;
  expect(row).toEqual({ shards: 64, revision: 1, secret: 64 });
});

test("events, history and message ids are partitioned by time, with a default that catches the rest", async () => {
  const { database } = await testDatabase();
  const rows = await database.sql`
    select parent.relname as table, pg_get_partkeydef(parent.oid) as by, count(child.inhrelid)::int as parts
    from pg_class parent left join pg_inherits child on child.inhparent = parent.oid
    where parent.relkind = 'p' group by 1, 2 order by 1`;
  expect(rows).toEqual([
    { table: "events", by: "RANGE (received_at)", parts: 1 },
    { table: "history", by: "RANGE (at)", parts: 1 },
    { table: "message_ids", by: "RANGE (day)", parts: 1 },
  ]);
});

test("two suites never see each other's rows", async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await testWorkspace(one.database);
  const [row] = await other.database.sql`select count(*)::int as count from workspaces`;
  expect(row).toEqual({ count: 0 });
});
