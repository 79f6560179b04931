import { expect, test } from "vitest";
import { judgeEntries } from "./watch-entries.ts";

const steady = Array.from({ length: 28 }, (_, index) => 20 + (index % 3));

test("a day without entries after days with some is told, and an ordinary day is not", () => {
  expect(judgeEntries(0, steady)).toMatchObject({
    code: "gone_quiet",
    text: expect.stringContaining("usually 7 to 35"),
  });
  expect(judgeEntries(21, steady)).toBeNull();
  expect(judgeEntries(7, steady)).toBeNull();
});

test("far more and far fewer entries than expected are told with the expected band", () => {
  expect(judgeEntries(90, steady)).toMatchObject({ code: "entries_unusual", count: 90 });
  expect(judgeEntries(90, steady)?.text).toContain("more than expected: usually 7 to 35 a day");
  expect(judgeEntries(2, steady)?.text).toContain("fewer than expected");
});

test("a journey that swings by itself has a wider band", () => {
  const weekly = Array.from({ length: 28 }, (_, index) => (index % 7 < 5 ? 100 : 5));
  expect(judgeEntries(5, weekly)).toBeNull();
  expect(judgeEntries(140, weekly)).toBeNull();
  expect(judgeEntries(400, weekly)?.code).toBe("entries_unusual");
});

test("a young journey, one with few entries, and one that has been quiet for a week say nothing", () => {
  expect(judgeEntries(0, [...steady.slice(0, 13), ...Array<number>(15).fill(0)])).toBeNull();
  expect(judgeEntries(0, Array<number>(28).fill(4))).toBeNull();
  const stopped = [...Array<number>(8).fill(0), ...Array<number>(20).fill(100)];
  expect(judgeEntries(0, stopped)).toBeNull();
});
