import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { newId } from "#db";
import { testDatabase } from "#db/testing";
import { schema } from "#store";

const migration = (): string => {
  const name = readdirSync("drizzle").find((file) => file.endsWith("_member_links.sql"));
  return readFileSync(`drizzle/${name}`, "utf8");
};

it("T5: an installation from before keeps its members; accounts still pending are their first workspace's, old links end", async () => {
  const { database } = await testDatabase();
  const { sql, orm } = database;
  await sql.unsafe(`alter table users drop column invited_from;
    alter table members drop column status, drop column link_hash, drop column link_expires_at`);
  const [demo, shop, other] = [newId(), newId(), newId()];
  for (const [id, isDemo] of [
    [demo, true],
    [shop, false],
    [other, false],
  ] as const)
    await orm.insert(schema.workspaces).values({ id, name: id, slug: id, isDemo });
  for (const [id, age] of [
    ["set-up", 9],
    ["pending", 8],
    ["settled", 7],
  ] as const)
    await sql`insert into users (id, name, email, created_at) values (${id}, ${id}, ${id}, now() - ${age} * interval '1 day')`;
  await sql`insert into logins (id, user_id, account_id, provider_id, password) values ('l', 'settled', 'settled', 'credential', 'hash')`;
  for (const [workspace, user, age] of [
    [demo, "pending", 8],
    [shop, "pending", 7],
    [other, "pending", 6],
    [shop, "set-up", 9],
    [shop, "settled", 5],
  ] as const)
    await sql`insert into members (workspace_id, user_id, role, created_at)
      values (${workspace}, ${user}, 'editor', now() - ${age} * interval '1 day')`;
  await sql`insert into verifications (id, identifier, value, expires_at) values ('v', 'i', 'v', now() + interval '1 day')`;

  for (const statement of migration().split("--> statement-breakpoint")) await sql.unsafe(statement);

  expect(await sql`select id, invited_from from users order by id`).toEqual([
    { id: "pending", invited_from: shop },
    { id: "set-up", invited_from: null },
    { id: "settled", invited_from: null },
  ]);
  expect(await sql`select status, count(*)::int from members group by 1`).toEqual([{ status: "active", count: 5 }]);
  expect(await sql`select 1 from verifications`).toHaveLength(0);
});
