import { expect, it } from "vitest";
import { likePattern } from "./search.ts";

it.each([
  ["ada", "%ada%"],
  ["100 %", "%100 \\%%"],
  ["a_b", "%a\\_b%"],
  ["c:\\", "%c:\\\\%"],
])("the search %j looks for exactly these signs, anywhere", (search, pattern) => {
  expect(likePattern(search)).toBe(pattern);
});
