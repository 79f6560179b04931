import { expect, test } from "vitest";
import { areaProblems } from "./check-areas.ts";

test("a table outside the store, and a statement in the driver or a service, are found", () => {
  const table = 'import { pgTable } from "drizzle-orm/pg-core";';
  expect(areaProblems("lib/db/users.ts", table)).toEqual([expect.stringContaining("defines a table")]);
  expect(areaProblems("lib/store/users/table.ts", table)).toEqual([]);
  const statement = "await sql<{ id: string }[]>`select id from people`;";
  expect(areaProblems("lib/runtime/batch/read.ts", statement)).toEqual([expect.stringContaining("has a statement")]);
  expect(areaProblems("lib/runtime/batch/read.db.test.ts", statement)).toEqual([]);
  expect(areaProblems("lib/services/people/list-people.ts", statement)).toEqual([
    expect.stringContaining("has a statement"),
  ]);
  expect(areaProblems("lib/services/accounts/sessions.ts", "await sql`select 1`;")).toEqual([]);
  expect(areaProblems("lib/store/people/read.ts", statement)).toEqual([]);
});

test("drizzle is imported by the store and the database only", () => {
  const drizzle = 'import { eq } from "drizzle-orm";';
  for (const file of [
    "lib/services/keys/list-keys.ts",
    "lib/runtime/tick.ts",
    "app/api/keys/route.ts",
    "lib/demo/seed-load.ts",
  ])
    expect(areaProblems(file, drizzle)).toEqual([expect.stringContaining("imports drizzle")]);
  for (const file of ["lib/store/api-keys/read.ts", "lib/db/client.ts", "app/api/keys.db.test.ts"])
    expect(areaProblems(file, drizzle)).toEqual([]);
});

test("a relative import that leaves its area is found", () => {
  const leaving = 'import { readPeople } from "../store/people/read.ts";';
  expect(areaProblems("lib/runtime/tick.ts", leaving)).toEqual([expect.stringContaining("use its door")]);
  expect(areaProblems("lib/store/tables.ts", 'import "./people/table.ts";')).toEqual([]);
});
