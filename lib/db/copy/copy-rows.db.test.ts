import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "#db/testing";
import { connect, type Database } from "../client.ts";
import type { Columns } from "./columns.ts";
import { copyRows } from "./copy-rows.ts";

const A = "01890a5d-ac96-774b-bcce-b302099a8057";
const B = "FFFFFFFF-0000-4000-8000-00000000000A";

let database: Database;
beforeEach(async () => {
  database = connect((await testDatabase()).url, { max: 1 });
  await database.sql`
    create temporary table copied (small smallint, number int, id uuid primary key, at timestamptz, exact timestamptz, flag boolean, word text, document json, binary_document jsonb, words text[])`;
  return () => database.close();
});

const copy = (columns: Columns) => database.sql.begin((sql) => copyRows(sql, "copied", columns));
const ids = (...values: string[]): Columns => ({ id: ["uuid", values] });
const count = async () => (await database.sql`select count(*)::int as rows from copied`)[0]?.rows;

describe("copied rows", () => {
  test("hold every kind of value as it was given, nulls too", async () => {
    await copy({
      small: ["smallint", [63, -1, null]],
      number: ["int", [2_147_483_647, -2_147_483_648, 0]],
      id: ["uuid", [A, B, A.replace("0189", "0190")]],
      at: ["moment", [Date.UTC(2026, 9, 25, 1, 30, 0, 123), Date.UTC(1970, 0, 1), null]],
      exact: ["micros", [1_792_888_200_123_457, -1, null]],
      flag: ["flag", [1, 0, null]],
      word: ["text", ["naïve 🦆\t\\N\n", "", null]],
      document: ["json", ['{"a":"\\\\ \\" ü"}', "[]", null]],
      binary_document: ["jsonb", ['{"a":"\\\\ \\" ü"}', "[]", null]],
      words: ["texts", ['["ü, {\\"}","",  "NULL"]', "[]", null]],
    });
    const rows = await database.sql`
      select small, number, id, at::text, exact::text, flag, word, document, binary_document, words from copied order by number desc`;
    expect([...rows]).toEqual([
      {
        small: 63,
        number: 2_147_483_647,
        id: A,
        at: "2026-10-25 01:30:00.123+00",
        exact: "2026-10-25 00:30:00.123457+00",
        flag: true,
        word: "naïve 🦆\t\\N\n",
        document: { a: '\\ " ü' },
        binary_document: { a: '\\ " ü' },
        words: ['ü, {"}', "", "NULL"],
      },
      {
        ...{ small: null, number: 0, id: A.replace("0189", "0190"), at: null, exact: null },
        ...{ flag: null, word: null, document: null, binary_document: null, words: null },
      },
      {
        small: -1,
        number: -2_147_483_648,
        id: B.toLowerCase(),
        at: "1970-01-01 00:00:00+00",
        exact: "1969-12-31 23:59:59.999999+00",
        flag: false,
        word: "",
        document: [],
        binary_document: [],
        words: [],
      },
    ]);
  });

  test("that repeat the row before them are written again", async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `${A.slice(0, 28)}${String(index).padStart(8, "0")}`);
    const halves = many.map((_, index) => (index < 1_000 ? "first" : "second"));
    await copy({ id: ["uuid", many], word: ["text", halves] });
    expect(await database.sql`select word, count(*)::int as rows from copied group by 1 order by 1`).toEqual([
      { word: "first", rows: 1_000 },
      { word: "second", rows: 1_000 },
    ]);
  });

  test("are refused as a whole for a key that is taken, and the connection goes on", async () => {
    await copy(ids(A));
    await expect(copy(ids(B, A))).rejects.toMatchObject({ code: "23505" });
    expect(await count()).toBe(1);
    await copy(ids(B));
    expect(await count()).toBe(2);
  });

  test("follow each other in one transaction", async () => {
    await database.sql.begin(async (sql) => {
      await copyRows(sql, "copied", ids(A));
      await copyRows(sql, "copied", ids(B));
    });
    expect(await count()).toBe(2);
  });

  test.each(["", "7", `${A}0`, A.replace("0", "g"), A.replace("0", "°")])("take no %j for a uuid", async (value) => {
    await expect(copy(ids(value))).rejects.toThrow(`"${value}" is no uuid.`);
    expect(await count()).toBe(0);
  });
});
