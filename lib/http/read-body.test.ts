import { expect, it } from "vitest";
import { parseJson } from "./read-body.ts";

it("whole numbers beyond 2^53 are kept as written, at any depth, and everything else is a number", () => {
  const text =
    '{"id": 9007199254740993, "list": [-12345678901234567890, 9007199254740991, 1e30, 0.1234567890123456789]}';
  expect(parseJson(text)).toEqual({
    id: "9007199254740993",
    list: ["-12345678901234567890", 9007199254740991, 1e30, 0.12345678901234568],
  });
});

it("digits inside a text stay what they are", () => {
  expect(parseJson('{"card": "4111111111111111"}')).toEqual({ card: "4111111111111111" });
});

it("what is no JSON is a SyntaxError, with and without many digits", () => {
  expect(() => parseJson("{")).toThrow(SyntaxError);
  expect(() => parseJson("[12345678901234567")).toThrow(SyntaxError);
});
