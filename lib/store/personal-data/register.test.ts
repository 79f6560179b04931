import { expect, test } from "vitest";
import { TABLES } from "../tables.ts";
import { personalTables } from "./register.ts";

test("every table that knows people is exported, or says why not", () => {
  const known = Object.entries(TABLES).flatMap(([name, { erase }]) => (erase === "none" ? [] : [name]));
  expect(
    personalTables()
      .map(([table]) => table)
      .sort(),
  ).toEqual(known.sort());
});
