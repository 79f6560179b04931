import { expect, it } from "vitest";
import { parseFile } from "./parse-file.ts";
import { readImport } from "./read-import.ts";

const problemOf = (text: string): string => {
  const parsed = parseFile(text);
  return "problem" in parsed ? parsed.problem.message : "none";
};

it("refuses a YAML bomb of aliases within a moment", () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const inner = level === 0 ? '"lol"' : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array.from({ length: 9 }, () => inner).join(", ")}]`;
  });
  const started = performance.now();
  expect(problemOf(levels.join("\n"))).toContain("aliases");
  expect(performance.now() - started).toBeLessThan(2_000);
});

it.each([
  ["nothing", "", "The file is empty."],
  ["a ZIP archive", "PK\u0003\u0004rest", "ZIP archive"],
  ["JSON that is nested too deeply", `${"[".repeat(5_000)}${"]".repeat(5_000)}`, "nested deeper"],
  ["YAML that is nested too deeply", `a: ${"[".repeat(5_000)}${"]".repeat(5_000)}`, "nested deeper"],
  ["more values than a file may have", JSON.stringify(Array.from({ length: 300_001 }, () => 0)), "values"],
  ["more characters than a file may have", `"${"a".repeat(8 * 1024 * 1024)}"`, "characters"],
  ["text that is no data", "Dear all,\nplease find attached", "neither JSON nor YAML"],
  ["a web page", "<!doctype html><html><body>Sign in</body></html>", "neither JSON nor YAML"],
  ["JSON with a mistake", '{\n "a": 1,\n b: 2\n}\n\n', "line 3"],
  ["an unknown alias", "a: *b", "an unknown one"],
])("says what is wrong with %s", (_, text, message) => {
  expect(problemOf(text)).toContain(message);
});

it("reads YAML 1.2: on is a word, and a time is a text", () => {
  expect(parseFile("a: on\nb: 17:00\nc: 0o17\nd: 1e3")).toEqual({ file: { a: "on", b: "17:00", c: 15, d: 1_000 } });
});

it("reads a byte order mark", () => {
  expect(parseFile('\uFEFF{"a": 1}')).toEqual({ file: { a: 1 } });
});

it.each([
  ["n8n", { nodes: [], connections: {} }],
  ["Braze", { variants: [], steps: [] }],
  ["Laudspeaker", { visualLayout: { nodes: [], edges: [] } }],
  ["Salesforce Journey Builder", { workflowApiVersion: 1, activities: [] }],
  ["Parcelvoy", { ab12: { type: "entrance", children: [{ external_id: "x" }] } }],
  ["Sojourn", { nodes: [], edges: [] }],
])("names a file of %s, which it cannot import", (title, file) => {
  expect(readImport({ text: JSON.stringify(file) })).toMatchObject({
    product: null,
    problems: [{ message: expect.stringContaining(`a file of ${title}, which cannot be imported yet`) }],
  });
});

it("says of another file what can be imported", () => {
  expect(readImport({ text: '{"hello": "world"}' })).toMatchObject({
    problems: [{ message: expect.stringMatching(/^This is no known file\. Files of Mautic, .+ can be imported\.$/) }],
  });
});
