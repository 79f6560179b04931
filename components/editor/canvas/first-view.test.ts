import { expect, test } from "vitest";
import { STEP_WIDTH } from "../document/geometry.ts";
import { node } from "../document/testing.ts";
import { firstView } from "./first-view.ts";

const room = { width: 1000, height: 800 };
const steps = (count: number) =>
  Array.from({ length: count }, (_, row) =>
    node(`n${row}`, row === 0 ? "TRIGGER" : "WAIT", { position: { x: 500, y: row * 152 } }),
  );

test("a journey that fits is shown whole", () => {
  const view = firstView({ nodes: steps(8), edges: [] }, room);
  if (!view) throw new Error("there is no view");
  expect(7 * 152 * view.zoom + view.y).toBeLessThan(room.height);
  expect(view.y).toBeGreaterThan(0);
});

test("a long journey begins at its trigger, in the middle above", () => {
  const view = firstView({ nodes: steps(400), edges: [] }, room);
  if (!view) throw new Error("there is no view");
  expect((500 + STEP_WIDTH / 2) * view.zoom + view.x).toBeCloseTo(room.width / 2);
  expect(view.zoom).toBeGreaterThan(0.5);
});

test("an empty journey has no view of its own", () => {
  expect(firstView({ nodes: [], edges: [] }, room)).toBeNull();
});
