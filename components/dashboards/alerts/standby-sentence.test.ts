import { expect, test } from "vitest";
import { standbySentence } from "./standby-sentence.ts";

test.each([
  [{ answers: "standby", lagMs: 40, reason: "in step" }, null],
  [{ answers: "primary", lagMs: 3_200, reason: "behind" }, expect.stringContaining("the standby is 4 s behind")],
  [{ answers: "primary", lagMs: null, reason: "away" }, expect.stringContaining("does not answer")],
  [{ answers: "primary", lagMs: null, reason: "no standby" }, expect.stringContaining("DATABASE_READ_URL")],
] as const)("figures that the main database has to give say why: %o", (source, sentence) => {
  expect(standbySentence(source)).toEqual(sentence);
});
