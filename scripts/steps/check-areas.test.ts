import { expect, test } from "vitest";
import { areaProblems } from "./check-areas.ts";

test("a table outside the store, and a statement in the driver, are found", () => {
  const table = 'import { pgTable } from "drizzle-orm/pg-core";';
  expect(areaProblems("lib/db/users.ts", table)).toEqual([expect.stringContaining("defines a table")]);
  expect(areaProblems("lib/store/users/table.ts", table)).toEqual([]);
  const statement = "await sql<{ id: string }[]>`select id from people`;";
  expect(areaProblems("lib/runtime/batch/read.ts", statement)).toEqual([expect.stringContaining("has a statement")]);
  expect(areaProblems("lib/runtime/batch/read.db.test.ts", statement)).toEqual([]);
  expect(areaProblems("lib/store/people/read.ts", statement)).toEqual([]);
});

test("a relative import that leaves its area is found", () => {
  const leaving = 'import { readPeople } from "../store/people/read.ts";';
  expect(areaProblems("lib/runtime/tick.ts", leaving)).toEqual([expect.stringContaining("use its door")]);
  expect(areaProblems("lib/store/tables.ts", 'import "./people/table.ts";')).toEqual([]);
});
