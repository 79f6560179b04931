import { expect, it } from "vitest";
import { readCsv } from "#csv";
import { toCsv } from "./write-csv.ts";

it("reads back what needs quotes", () => {
  const { rows } = readCsv(toCsv([{ name: 'a "b", c\nd', count: 2 }]));
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["name", "count"],
    ['a "b", c\nd', "2"],
  ]);
});

it("disarms whatever a spreadsheet takes for a formula, in cells and in the header, but not numbers", () => {
  for (const first of ["=", "+", "-", "@", "\t", "\r"]) {
    const [header = "", cell = ""] = toCsv([{ [`${first}a`]: `${first}1+1` }]).split("\r\n");
    expect([header, cell].map((text) => text.replace(/^"/, "").slice(0, 2))).toEqual([`'${first}`, `'${first}`]);
  }
  expect(toCsv([{ count: -3, share: 0.5, text: "a=b" }])).toBe("count,share,text\r\n-3,0.5,a=b");
});
