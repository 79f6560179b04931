import { expect, test } from "vitest";
import { findFaultProblems, findUndefinedFaults } from "./check-faults.ts";

const PAGE = "| number | fault | tests |\n| --- | --- | --- |\n| S1 | Lost. | `lib/a.test.ts` |\n";
const TESTED = { file: "lib/a.test.ts", text: 'test("R2 S1: it is kept", () => {})' };

test("a number in the name of a test that no row defines is named, with the file", () => {
  const other = { file: "lib/b.db.test.ts", text: 'test.each(list)("S1, T4: %s", () => {}); it("S3 of a day")' };
  expect(findUndefinedFaults(PAGE, [TESTED, other])).toEqual([
    "lib/b.db.test.ts: names T4, which docs/reported-faults.md does not define",
    "lib/b.db.test.ts: names S3, which docs/reported-faults.md does not define",
  ]);
});

test("a number in a comment counts, and times, keys and the names of constants are none", () => {
  const source = {
    file: "lib/c.ts",
    text: '/** Too large (S27). */ const T0 = "T10:00"; const keys = ["F2"]; // Q (L9)',
  };
  expect(findUndefinedFaults(PAGE, [TESTED, source])).toEqual([
    "lib/c.ts: names S27, which docs/reported-faults.md does not define",
    "lib/c.ts: names L9, which docs/reported-faults.md does not define",
  ]);
});

test("a row whose tests do not name it, and a second row, are told", () => {
  expect(findUndefinedFaults(`${PAGE}| S1 | Again. | \`lib/b.test.ts\` |\n`, [TESTED])).toEqual([
    "docs/reported-faults.md: defines S1 twice",
    "docs/reported-faults.md: S1 has no test in lib/b.test.ts that is named by it",
  ]);
});

test("every number that this repository names is defined, and every row tested", () => {
  expect(findFaultProblems()).toEqual([]);
});
