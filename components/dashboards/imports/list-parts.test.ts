import { expect, it } from "vitest";
import { readCsv } from "#csv";
import { listParts } from "./list-parts.ts";

it("sends a list in parts whose rows are those of the file, and knows their lines", () => {
  const rows = Array.from({ length: 10_002 }, (_, index) => (index === 3 ? '3;"two\nlines ""x"""' : `${index};v`));
  const text = `id;note\n\n${rows.join("\n")}\n`;
  const parts = listParts(text);
  expect(parts.map((part) => part.rows)).toEqual([10_000, 2]);
  const read = parts.flatMap(({ csv, lineOf }) =>
    readCsv(csv)
      .rows.slice(1)
      .map(({ line, cells }) => ({ line: lineOf.get(line), cells })),
  );
  expect(read).toEqual(readCsv(text).rows.slice(1));
});

it("has no parts where there are no rows", () => {
  expect(listParts("id\n")).toEqual([]);
  expect(listParts("")).toEqual([]);
});
