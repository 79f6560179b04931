import { expect, it } from "vitest";
import { newId } from "#db";
import { testDatabase } from "#db/testing";
import { seedDemo, startDemoTicker } from "#demo";
import { ingest, startEngine } from "#runtime";
import type { Context } from "#services";
import { schema } from "#store";
import { removeDemo } from "./index.ts";

it("the demo moves while it is on, and goes with everything of it while the rest stays", {
  timeout: 180_000,
}, async () => {
  const { database } = await testDatabase();
  const [userId, workspaceId] = [newId(), newId()];
  await database.orm
    .insert(schema.users)
    .values({ id: userId, email: "owner@example.com", name: "Owner", emailVerified: true });
  await database.orm.insert(schema.workspaces).values({ id: workspaceId, name: "Own", slug: "own" });
  await database.orm.insert(schema.members).values({ workspaceId, userId, role: "owner" });
  await ingest(database, [{ workspaceId, type: "track", userId: "mine", event: "visited", messageId: "m1" }]);
  await seedDemo(database, { people: 40, days: 30 });

  const engine = startEngine(database);
  const ticker = startDemoTicker(database, { everyMs: 15 });
  const events = async () => (await database.sql`select count(*)::int as n from events`)[0]?.n ?? 0;
  const before = await events();
  for (const end = Date.now() + 60_000; (await events()) < before + 30 && Date.now() < end; )
    await new Promise(setImmediate);
  expect(await events()).toBeGreaterThanOrEqual(before + 30);

  const ctx: Context = { database, workspaceId, actor: { kind: "user", id: userId, role: "owner" } };
  const stranger: Context = { ...ctx, actor: { kind: "user", id: newId(), role: "owner" } };
  await expect(removeDemo(stranger)).rejects.toMatchObject({ code: "not_found" });
  const removed = await removeDemo(ctx);
  expect(removed.journeys).toBe(5);
  expect(removed.people).toBeGreaterThanOrEqual(40);
  await ticker.stop();
  await engine.stop();

  const tables = await database.sql<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const left = await database.sql`select 1 from ${database.sql(name)} where workspace_id <> ${workspaceId}`;
    expect(`${name}: ${left.length}`).toBe(`${name}: 0`);
  }
  for (const name of ["node_counts", "journey_counts", "segment_members", "person_changes", "operation_shards"]) {
    const left = await database.sql`select 1 from ${database.sql(name)}`;
    expect(`${name}: ${left.length}`).toBe(`${name}: 0`);
  }
  expect((await database.sql`select 1 from people`).length).toBe(1);
  expect((await database.sql`select name from events`).map((row) => row.name)).toEqual(["user.created", "app.visited"]);
  await expect(removeDemo(ctx)).rejects.toMatchObject({ code: "not_found" });
  expect(await seedDemo(database, { people: 5 })).toBe("present");
});
