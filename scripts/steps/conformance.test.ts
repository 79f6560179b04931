import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Lines of a table with two columns: what a document shows, and `file`: “name”, “name”; `file`: “name”. */
const LINE = /^\| (?!what |---)(?<shown>.+?) \| (?<tests>.+) \|$/;
const TESTS = /`(?<file>[^`]+)`: (?<names>“[^”]+”(?:, “[^”]+”)*)/g;

test("each line of docs/conformance.md names tests that are there", () => {
  const lines = readFileSync("docs/conformance.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"));
  const wrong: string[] = [];
  let named = 0;
  for (const { shown = "", tests = "" } of lines
    .map((line) => LINE.exec(line)?.groups)
    .filter((found) => found !== undefined)) {
    const cited = [...tests.matchAll(TESTS)].flatMap(({ groups }) =>
      [...(groups?.names ?? "").matchAll(/“([^”]+)”/g)].map(([, name = ""]) => ({ file: groups?.file ?? "", name })),
    );
    if (cited.length === 0) wrong.push(`${shown}: no test`);
    for (const { file, name } of cited)
      if (!existsSync(file) || !readFileSync(file, "utf8").includes(name)) wrong.push(`${file}: ${name}`);
    named += cited.length;
  }
  expect(wrong).toEqual([]);
  expect(named).toBeGreaterThan(80);
});
