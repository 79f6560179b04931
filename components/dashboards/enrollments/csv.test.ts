import { describe, expect, it } from "vitest";
import { parseCsv, toCsv } from "./csv.ts";

describe("reading", () => {
  it("takes commas, semicolons and tabs", () => {
    expect(parseCsv("a,b\n1,2")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(parseCsv("a;b\r\n1;2\r\n")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(parseCsv("a\tb\n1\t2")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("keeps separators, quotes and line breaks inside quotes", () => {
    expect(parseCsv('id,note\n1,"a, ""b""\nc"')).toEqual([
      ["id", "note"],
      ["1", 'a, "b"\nc'],
    ]);
  });

  it("skips empty lines and the byte order mark", () => {
    expect(parseCsv("\uFEFFada\n\n  \ngrace\n")).toEqual([["ada"], ["grace"]]);
  });
});

describe("writing", () => {
  it("round-trips what needs quotes", () => {
    const rows = [{ name: 'a "b", c', count: 2 }];
    expect(parseCsv(toCsv(rows))).toEqual([
      ["name", "count"],
      ['a "b", c', "2"],
    ]);
  });

  it("disarms formulas but not numbers", () => {
    expect(toCsv([{ a: "=1+1", b: -3 }])).toBe("a,b\r\n'=1+1,-3");
  });
});
