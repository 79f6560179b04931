import { describe, expect, it } from "vitest";
import { wayToPage } from "./page.ts";

const ROWS = Array.from({ length: 5_003 }, (_, row) => row);

/** The rows that a page shows if the store goes this way. */
function shown(page: number, limit: number): number[] {
  const way = wayToPage({ limit, offset: (page - 1) * limit, after: null, total: ROWS.length });
  const from = (rows: number[]) => rows.slice(way.offset, way.offset + way.limit);
  return way.isBackward ? from(ROWS.toReversed()).toReversed() : from(ROWS);
}

describe("R51 the way to a page", () => {
  it.each([1, 2, 125, 126, 250, 251, 252])(
    "shows the rows of page %i, and never passes more than half of them",
    (page) => {
      expect(shown(page, 20)).toEqual(ROWS.slice((page - 1) * 20, page * 20));
      expect(
        wayToPage({ limit: 20, offset: (page - 1) * 20, after: null, total: ROWS.length }).offset,
      ).toBeLessThanOrEqual(2_502);
    },
  );

  it("begins after a row without passing the rows before it", () => {
    const after = { at: "2026-11-30 23:59:59+00", id: "x" };
    expect(wayToPage({ limit: 20, offset: 4_000, after, total: 5_003 })).toEqual({
      limit: 20,
      offset: 0,
      isBackward: false,
    });
  });
});
