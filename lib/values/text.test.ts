import { describe, expect, it } from "vitest";
import { beginningOf, mayHoldUnstorable, storableText, textFault } from "./text.ts";

const HALF = "\ud83d";

describe("text that a database is to store", () => {
  it("has its faults named, and the replacement character in their place", () => {
    expect([textFault("a😀b"), textFault("a\u0000b"), textFault(`a${HALF}b`)]).toEqual([
      null,
      "contains a NUL character",
      "contains half of a surrogate pair",
    ]);
    expect(storableText(`😀 a\u0000b${HALF}`)).toBe("😀 a\ufffdb\ufffd");
  });

  it("is cut so that no half of a pair is left", () => {
    expect([beginningOf("a😀", 2), beginningOf("a😀", 3), beginningOf("a\u0000b", 2)]).toEqual([
      "a\ufffd",
      "a😀",
      "a\ufffd",
    ]);
  });

  it("is suspected in JSON by its escapes only", () => {
    for (const value of ["a\u0000", HALF, { [HALF]: 1 }]) expect(mayHoldUnstorable(JSON.stringify(value))).toBe(true);
    expect(mayHoldUnstorable(JSON.stringify(["\u0001", "ü", "😀"]))).toBe(false);
  });
});
