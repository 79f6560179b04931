import { expect, test } from "vitest";
import { findRefusedForms, findStatementProblems } from "./check-statements.ts";

/** `<<…>>` stands for a value in the statement. */
const formsOf = (statement: string) =>
  findRefusedForms(
    `await sql<Row[]>\`${statement.replaceAll("<<", "$" + "{").replaceAll(">>", "}")}\`;`,
    (table) => table === "people",
  );

test("a change names its shard, or the fragment that names it", () => {
  expect(formsOf(`update people set stage = 'a' where id = <<id>>`)).toEqual([
    expect.stringContaining("without naming their shard"),
  ]);
  expect(formsOf("delete from people using gone where people.shard = gone.shard")).toHaveLength(1);
  for (const named of [
    "shard = <<shard>>",
    "shard = any(<<shards>>::smallint[])",
    `people.shard = gone.shard <<ofOneShard(sql, "people", shards.map((one) => one.shard))>>`,
  ])
    expect(formsOf(`update people set stage = 'a' where ${named}`)).toEqual([]);
});

test("a table of the coordinator is changed as one likes", () => {
  expect(formsOf("update journeys set name = <<name>>, at = clock_timestamp() where id = <<id>>")).toEqual([]);
});

test("a change by what a lateral read finds, or by what differs between nodes, is told", () => {
  expect(
    formsOf(
      "with due as (select 1 from x, lateral (select 1) y) update people set at = due.at::timestamptz where shard = <<shard>>",
    ),
  ).toEqual([expect.stringContaining("lateral read"), expect.stringContaining("differ between nodes")]);
  expect(formsOf("update people set at = clock_timestamp() where shard = <<shard>>")).toHaveLength(1);
});

test("reading all shards begins with their table, not with a list", () => {
  expect(formsOf("select 1 from unnest(<<[...ALL_SHARDS]>>::int[]) as looked (shard)")).toEqual([
    expect.stringContaining("lists all shards"),
  ]);
  expect(formsOf("select 1 from shards as looked, lateral (select 1) found")).toEqual([]);
});

test("every statement of the store has a form that a cluster takes, but for those that are listed", () => {
  expect(findStatementProblems()).toEqual([]);
});
