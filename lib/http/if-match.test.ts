import { expect, it } from "vitest";
import { readIfMatch } from "./if-match.ts";

it.each([
  [undefined, null],
  ["*", null],
  ['"7"', 7],
  ["7", 7],
  ['W/"12"', 12],
  [' "3" ', 3],
  ['"7", "8"', -1],
  ['"abc"', -1],
  ['"-1"', -1],
  ['"99999999999"', -1],
])("If-Match %j asks for the revision %j; -1 matches none", (header, revision) => {
  expect(readIfMatch(new Headers(header === undefined ? {} : { "if-match": header }))).toBe(revision);
});
