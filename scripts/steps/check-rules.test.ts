import { expect, test } from "vitest";
import { findRuleProblems, findUndefinedRules } from "./check-rules.ts";

const PAGE = "# Rules\n- **R1 One inbox.** See R9.\n- **R28b Order.** Text.\n";

test("a rule that the page does not define is named once a file, with the file", () => {
  const cited = [
    { file: "lib/a.ts", text: "// (R1, R28b)" },
    { file: "lib/b.ts", text: "// R9, R9 and R28" },
  ];
  expect(findUndefinedRules(PAGE, cited)).toEqual([
    "lib/b.ts: cites R9, which docs/engine-rules.md does not define",
    "lib/b.ts: cites R28, which docs/engine-rules.md does not define",
  ]);
});

test("words and colours that only look like a rule are none", () => {
  expect(findUndefinedRules(PAGE, [{ file: "lib/a.ts", text: "PR12, R2D2, SR3, #R4f" }])).toEqual([]);
});

test("a rule that is defined twice is named", () => {
  expect(findUndefinedRules(`${PAGE}- **R1 Again.**\n`, [])).toEqual(["docs/engine-rules.md: defines R1 twice"]);
});

test("every rule that this repository cites is defined", () => {
  expect(findRuleProblems()).toEqual([]);
});
