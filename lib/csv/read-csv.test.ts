import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { csvSlices, readCsv } from "./read-csv.ts";

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);
const linesOf = (text: string) => readCsv(text).rows.map(({ line }) => line);

describe("S31: delimiters", () => {
  it("takes commas, semicolons and tabs, whichever the first line has most of", () => {
    for (const mark of [",", ";", "\t"])
      expect(cellsOf(`a${mark}b\r\n1${mark}2\r\n`)).toEqual([
        ["a", "b"],
        ["1", "2"],
      ]);
  });

  it("leaves a decimal comma and a delimiter inside quotes alone", () => {
    expect(cellsOf('id;"a,b,c"\n1;1,5')).toEqual([
      ["id", "a,b,c"],
      ["1", "1,5"],
    ]);
  });

  it("takes the delimiter that a spreadsheet names in the first line", () => {
    expect(readCsv("sep=;\nid;note\n1;a,b")).toMatchObject({
      delimiter: ";",
      rows: [
        { line: 2, cells: ["id", "note"] },
        { line: 3, cells: ["1", "a,b"] },
      ],
    });
  });
});

describe("S31: lines", () => {
  it("reads a byte order mark, quoted line breaks and mixed line ends, and says where each record begins", () => {
    const text = '\uFEFF"id",note\r\n1,"a, ""b""\r\nc"\n2,x\r3,y';
    expect(cellsOf(text)).toEqual([
      ["id", "note"],
      ["1", 'a, "b"\nc'],
      ["2", "x"],
      ["3", "y"],
    ]);
    expect(linesOf(text)).toEqual([1, 2, 4, 5]);
  });

  it("skips blank lines, and counts them", () => {
    expect(readCsv("\nada\n\n  \n,\ngrace\n").rows).toEqual([
      { line: 2, cells: ["ada"] },
      { line: 6, cells: ["grace"] },
    ]);
  });

  it("keeps rows that are shorter or longer than the first", () => {
    expect(cellsOf("a,b\n1\n1,2,3")).toEqual([["a", "b"], ["1"], ["1", "2", "3"]]);
  });

  it("keeps what looks like a number, a date or a formula as it is written", () => {
    expect(cellsOf('id,a,b,c\n007,1e5,="007",5" nail')).toEqual([
      ["id", "a", "b", "c"],
      ["007", "1e5", '="007"', '5" nail'],
    ]);
  });
});

describe("S31: broken quotes", () => {
  it("names the line where a quote is opened and never closed", () => {
    expect(readCsv('id,note\n1,"a\nb"\n2,"c\n3,d')).toEqual({
      delimiter: ",",
      rows: [],
      fault: { line: 4, message: "a quote is opened here and never closed" },
    });
  });

  it("names the line where text follows a closing quote", () => {
    expect(readCsv('sep=,\nid,note\n1,"a"b\n2,"c"').fault).toEqual({
      line: 3,
      message: "text follows the closing quote of a cell",
    });
  });
});

const cell = fc.string({
  unit: fc.constantFrom("a", "7", " ", '"', ",", ";", "\t", "\n", "\r\n", "é", "😀", "=", "'"),
  maxLength: 8,
});
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
  .map((rows) => [rows[0]?.map((_, index) => `column ${index}`) ?? [], ...rows]);
const read = (rows: readonly string[][]) =>
  rows.map((row) => row.map((text) => text.replace(/\r\n?/g, "\n").trim())).filter((row) => row.some((text) => text));

it("S31: reads back whatever is written as CSV, with any delimiter, line end and habit of quoting", () => {
  const habit = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t"),
    newline: fc.constantFrom("\n", "\r\n", "\r"),
    quotes: fc.boolean(),
    mark: fc.constantFrom("", "\uFEFF"),
  });
  fc.assert(
    fc.property(table, habit, (rows, { mark, ...options }) => {
      expect(cellsOf(mark + papaparse.unparse(rows, options))).toEqual(read(rows));
    }),
    { numRuns: 500 },
  );
});

it("S31: any text is read or refused with a line that it has", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", ";"), maxLength: 40 }), (text) => {
      const { rows, fault } = readCsv(text);
      const lines = text.split(/\r\n?|\n/).length;
      for (const line of [...rows.map((row) => row.line), fault?.line ?? 1]) expect(line).toBeLessThanOrEqual(lines);
      if (fault) expect(rows).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe("S31: slices", () => {
  const inSlices = (text: string, size?: number) => {
    const slices = csvSlices(text, size);
    for (let steps = 1; ; steps += 1) {
      const { done, value } = slices.next();
      if (done) return { value, steps };
    }
  };

  it("give what the whole text gives, whatever is cut in two", async () => {
    const parts = fc.constantFrom("a", '"', '""', ",", ";", "\n", "\r\n", "\r", " ", "sep=;\n", "\uFEFF", "1,2\n");
    await fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (list, size) => {
        const text = list.join("");
        expect(inSlices(text, size).value).toEqual(readCsv(text));
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });

  it("are small: a list of 100,000 rows is never read at once", () => {
    const line = 'person-1,"Doe, Ann",p1@people.example,pro\r\n';
    const { value, steps } = inSlices(line.repeat(100_000));
    expect(value.rows).toHaveLength(100_000);
    expect(steps).toBeGreaterThanOrEqual((2 * 100_000 * line.length) / 200_000 - 2);
  });
});
