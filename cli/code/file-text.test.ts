import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { changedText, fileText, parseText } from "./file-text.ts";
import { firstOwnLine } from "./typescript/own-form.ts";

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

const COMMENTED = `# yaml-language-server: $schema=./s.json
# Owned by growth.

name: 'Welcome' # as in the app

nodes:
  # where all begins
  - name: start # first
    type: TRIGGER
  # says hello
  - name: hello
    config:
      type: email # not sms
  - { name: done, type: EXIT } # the end
edges:
  # the only way
  - from: start
    to: hello
settings:
  # asked for by law
  reEntry: once # never twice
`;

describe("a YAML file that another journey is written into", () => {
  const changed = (value: Readonly<Record<string, unknown>>, text = COMMENTED) =>
    changedText("yaml", text, value, { key: "a", schema: "./s.json" });

  it("keeps comments, order and ways of writing where the value stays, also when steps move", () => {
    expect(changed(parse(COMMENTED))).toEqual({ text: COMMENTED, isWhole: true });
    const { name, nodes, edges, settings } = parse(COMMENTED);
    const [start, hello, done] = nodes;
    const added = { name: "on", type: "WAIT" };
    const value = {
      ...{ name, nodes: [added, done, { ...hello, config: { type: "sms" } }, start], audience: null },
      ...{ edges: [{ ...edges[0], name: "start-to-hello" }], settings: { ...settings, maxDuration: "2w" } },
    };
    const { text, isWhole } = changed(value);
    expect([isWhole, parse(text)]).toEqual([true, value]);
    expect(text).toBe(`# yaml-language-server: $schema=./s.json
# Owned by growth.

name: 'Welcome' # as in the app

nodes:
  - name: "on"
    type: WAIT
  - { name: done, type: EXIT } # the end
  # says hello
  - name: hello
    config:
      type: sms # not sms
  # where all begins
  - name: start # first
    type: TRIGGER
edges:
  # the only way
  - from: start
    to: hello
    name: start-to-hello
settings:
  # asked for by law
  reEntry: once # never twice
  maxDuration: "2w"
audience: null
`);
  });

  it("says exactly the value, whatever stood there before, and says when a comment is lost", async () => {
    await fc.assert(
      fc.property(values.map, values.map, (before, after) => {
        const { text, isWhole } = changed(after, written(before));
        expect([parse(text), isWhole]).toEqual([after, true]);
      }),
      { numRuns: 300, seed: 12 },
    );
    const anchored = "# top\na: &x {b: 1} # one\nc: *x\n";
    const kept = changed({ a: { b: 2 }, c: { b: 2 } }, anchored);
    expect([kept.text, kept.isWhole]).toEqual([expect.stringContaining("c: *x"), true]);
    const lost = changed({ c: { b: 1 }, a: { b: 2 } }, anchored);
    expect([parse(lost.text), lost.isWhole]).toEqual([{ a: { b: 2 }, c: { b: 1 } }, false]);
    expect(lost.text).toContain("# top\n");
  });
});

describe("a TypeScript file that another journey is written into", () => {
  const journey = {
    format: "sojourn-journey",
    version: 1,
    name: "Two",
    nodes: [{ name: "a", type: "EXIT", config: {} }],
  };
  const own = fileText("ts", journey, { key: "a", schema: null });
  const head = "// Owned by growth.\n\n/* See\n   the wiki. */\n";

  it("is as ours but for the comments above, or has a first line that is not", () => {
    expect(firstOwnLine(head + own, "a", journey)).toBeNull();
    expect(firstOwnLine(own.replaceAll("\n", "\r\n"), "a", journey)).toBeNull();
    expect(firstOwnLine(`${head}${own.replace("export", "// why\nexport")}`, "a", journey)).toBe(7);
    expect(firstOwnLine(`${own}const more = 1;\n`, "a", journey)).toBe(own.split("\n").length);
  });

  it("keeps the comments above, and says when one further down is lost", () => {
    const written = { key: "a", schema: null };
    const next = { ...journey, name: "Three" };
    const text = head + fileText("ts", next, written);
    expect(changedText("ts", head + own, next, written)).toEqual({ text, isWhole: true });
    expect(changedText("ts", head + own.replace(",\n", ", // why\n"), next, written)).toEqual({ text, isWhole: false });
  });
});
