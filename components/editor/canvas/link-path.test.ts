import { expect, test } from "vitest";
import { linkPath } from "./link-path.ts";

const ends = { sourceX: 0, sourceY: 0, targetX: 300, targetY: 600 };

test("a long edge bends before its target and is labelled near its source", () => {
  const { path, labelX, labelY } = linkPath(ends, "down", false);
  expect(path).toContain("558");
  expect(labelX).toBe(0);
  expect(labelY).toBeLessThan(300);
});

test("a short edge is labelled in its middle", () => {
  expect(linkPath({ ...ends, targetY: 84 }, "down", false)).toMatchObject({ labelX: 150, labelY: 42 });
});

test("an edge back to its own step runs beside it", () => {
  const { labelX } = linkPath({ sourceX: 124, sourceY: 68, targetX: 124, targetY: 0 }, "down", true);
  expect(labelX).toBeGreaterThan(248);
});
