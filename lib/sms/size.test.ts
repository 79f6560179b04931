import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, it } from "vitest";
import { keywordOf } from "./keyword.ts";
import { smsSize } from "./size.ts";

/** A character of each kind: plain, escaped, not of GSM-7, and outside the first plane. */
const characters = fc.constantFrom(..."aZ0 @£éÇñΔ\n", ..."€[]{}\\|^~\f", ..."çê’–…`\tЖ漢", "😀", "🎉");

describe("the size of a text message", () => {
  it("is the one that the operators charge, for any text", () => {
    const texts = fc.array(characters, { maxLength: 400 }).map((all) => all.join(""));
    const plain = fc.array(fc.constantFrom(..."abc é€[]{}~Δ"), { maxLength: 700 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.oneof(texts, plain), (text) => {
        const theirs = new SegmentedMessage(text);
        const ours = smsSize(text);
        expect(ours.encoding).toBe(theirs.encodingName);
        expect(ours.segments).toBe(theirs.segmentsCount);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["a".repeat(160), "GSM-7", 160, 1, 0],
    ["a".repeat(161), "GSM-7", 161, 2, 145],
    [`${"a".repeat(152)}€${"a".repeat(152)}`, "GSM-7", 306, 3, 152],
    ["ç".repeat(70), "UCS-2", 70, 1, 0],
    ["ç".repeat(71), "UCS-2", 71, 2, 63],
    ["😀".repeat(67), "UCS-2", 134, 3, 65],
    ["", "GSM-7", 0, 1, 160],
  ])("of %j is known at its limits", (text, encoding, units, segments, left) => {
    expect(smsSize(text)).toMatchObject({ encoding, units, segments, left });
  });

  it("names the characters that make it dear", () => {
    expect(smsSize("Ça c’est “bon” – c’est ça")).toMatchObject({ forcing: ["’", "“", "”", "–", "ç"] });
    expect(smsSize("naïve\r\n").forcing).toEqual(["ï"]);
    expect(smsSize("line\r\nline")).toMatchObject({ encoding: "GSM-7", forcing: [] });
  });
});

describe("a word in a text message", () => {
  it.each([
    ["STOP", "stop"],
    [" stop. ", "stop"],
    ["Opt-out", "stop"],
    ["“Arrêt”", "stop"],
    ["Unstop", "start"],
    ["help!", "help"],
    ["Don’t stop!", null],
    ["stop sending me this", null],
    ["", null],
  ])("%j means %s", (text, keyword) => {
    expect(keywordOf(text)).toBe(keyword);
  });
});
