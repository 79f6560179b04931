import { expect, test } from "vitest";
import { findDecisionProblems, findUnlistedDecisions } from "./check-decisions.ts";

const KEEP = { file: "0002-keep-it.md", text: "# 2. Keep it\n\n*2026-01-02 · accepted*\n\nText.\n" };
const ROW = "| [0002](0002-keep-it.md) | Keep it | 2026-01-02 | accepted |";

test("a decision that the index lists as it is headed is in order", () => {
  expect(findUnlistedDecisions(`# Index\n${ROW}\n`, [KEEP])).toEqual([]);
});

test("a decision that is missing, or listed with another title or status, is named with its row", () => {
  const problem = `docs/decisions/README.md: must list ${ROW}`;
  expect(findUnlistedDecisions("", [KEEP])).toEqual([problem]);
  expect(findUnlistedDecisions(ROW.replace("accepted", "replaced by 0003"), [KEEP])).toEqual([problem]);
});

test("a decision without date and status, or with another number in its heading, is named", () => {
  const undated = { ...KEEP, text: "# 2. Keep it\n\nText.\n" };
  const misnumbered = { ...KEEP, text: KEEP.text.replace("2.", "3.") };
  expect(findUnlistedDecisions(ROW, [undated])).toEqual([expect.stringContaining("date · status")]);
  expect(findUnlistedDecisions(ROW, [misnumbered])).toEqual([expect.stringContaining("0002-keep-it.md")]);
});

test("two decisions with one number are named", () => {
  const other = { ...KEEP, file: "0002-keep-that.md" };
  expect(findUnlistedDecisions(ROW, [KEEP, other])).toEqual([expect.stringContaining("has the number 0002")]);
});

test("every decision of this repository is listed", () => {
  expect(findDecisionProblems()).toEqual([]);
});
