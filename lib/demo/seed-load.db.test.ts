import { beforeAll, expect, test } from "vitest";
import { type Database, newId } from "#db";
import { testDatabase } from "#db/testing";
import { createRuntime, drain } from "#runtime";
import { auditAll } from "#services/audit";
import { schema } from "#store";
import { testWorkspace } from "#store/testing";
import { seedLoad } from "./index.ts";

const PEOPLE = 1_200;

let database: Database;
let workspaceId: string;
let owner: string;

beforeAll(async () => {
  ({ database } = await testDatabase());
  owner = newId();
  await database.orm.insert(schema.users).values({ id: owner, email: "owner@example.com", name: "Owner" });
  const own = await testWorkspace(database);
  await database.orm.insert(schema.members).values({ workspaceId: own.workspaceId, userId: owner, role: "owner" });
  ({ workspaceId } = await seedLoad(database, { people: PEOPLE }));
});

test("every person has an entry event that an engine takes into the journey, and half of them branch off", async () => {
  await drain(createRuntime(database));
  const [seen] = await database.sql`
    select count(*)::int as people, count(*) filter (where 'even' = any(tags))::int as even,
      (select count(*)::int from positions where workspace_id = ${workspaceId}) as waiting
    from people where workspace_id = ${workspaceId}`;
  expect(seen).toEqual({ people: PEOPLE, even: PEOPLE / 2, waiting: PEOPLE });
  expect((await auditAll(database)).findings).toEqual([]);
});

test("nobody is sent anything, and every owner may open the workspace", async () => {
  const sent = await database.sql`select 1 from deliveries where workspace_id = ${workspaceId}`;
  expect(sent.length).toBe(0);
  const members = await database.sql`select user_id, role from members where workspace_id = ${workspaceId}`;
  expect(members).toEqual([{ user_id: owner, role: "owner" }]);
});
