import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { fileText, parseText } from "./file-text.ts";

const written = (native: Readonly<Record<string, unknown>>) =>
  fileText("yaml", native, { key: "a", schema: "./s.json" });

/** Texts that readers of YAML 1.1 take for something else, and what is near them. */
const ODD = [
  "on",
  "No",
  "y",
  "~",
  "null",
  "12:30",
  "1_000",
  "0123",
  "0x1F",
  "1e3",
  ".5",
  ".inf",
  "<<",
  "=",
  "2026-03-01",
  "a: b",
];
const texts = fc.oneof(fc.constantFrom(...ODD, " x", "x ", "- x", "#x", "a #b", "", "\n", "a\nb\n"), fc.string());
const values = fc.letrec<{ value: unknown; list: unknown[]; map: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null), tie("list"), tie("map")),
  list: fc.array(tie("value"), { maxLength: 4 }),
  map: fc.dictionary(texts, tie("value"), { maxKeys: 4, noNullPrototype: true }),
}));

it("writes YAML that readers of version 1.1 and 1.2 understand alike", async () => {
  await fc.assert(
    fc.property(values.map, (map) => {
      const text = written(map);
      expect(parse(text, { version: "1.2" })).toEqual(map);
      expect(parse(text, { version: "1.1" })).toEqual(map);
      expect(parseText("a.yaml", text)).toEqual({ value: map });
    }),
    { numRuns: 300, seed: 11 },
  );
});

it("refuses the directive of version 1.1, and names what cannot be read", () => {
  expect(parseText("a.yaml", "%YAML 1.1\n---\na: on\n")).toMatchObject({
    finding: { pointer: "a.yaml", message: expect.stringContaining("%YAML 1.1") },
  });
  expect(parseText("a.yaml", "a: 1\na: 2\n")).toMatchObject({ finding: { pointer: "a.yaml" } });
  expect(parseText("a.json", "{")).toMatchObject({ finding: { message: expect.stringContaining("not valid JSON") } });
});
