import { expect, it } from "vitest";
import { quote } from "./quote.ts";
import { alignedTable, tabbedTable } from "./table.ts";
import { words } from "./testing/test-cli.ts";

it("columns are as wide as their widest cell, also with characters that take two columns", () => {
  expect(
    alignedTable(
      ["A", "B"],
      [
        ["日本", "x"],
        ["e\u0301", "a\tb"],
      ],
    ),
  ).toBe("A     B\n日本  x\ne\u0301     a b\n");
});

it("in a pipe a row is a line, whatever is in its cells", () => {
  expect(tabbedTable([["a\nb", "c\td"]])).toBe("a b\tc d\n");
});

it.each([["plain-1"], ["two words"], ["it's"], [""], ["$(rm)"], ['{"a": "b"}']])(
  "a shell reads %j back as it was",
  (word) => {
    expect(words(`x ${quote(word)}`.replaceAll("'\\''", `'"'"'`))).toEqual(["x", word]);
  },
);
