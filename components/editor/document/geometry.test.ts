import { expect, test } from "vitest";
import { exitPoint, freePlace, placeAfter, STEP_HEIGHT, STEP_WIDTH } from "./geometry.ts";

test("exits share the lower side of a step, or its right side", () => {
  expect(exitPoint(0, 1, "down", "build")).toEqual({ x: STEP_WIDTH / 2, y: STEP_HEIGHT });
  expect(exitPoint(1, 3, "right", "build")).toEqual({ x: STEP_WIDTH, y: STEP_HEIGHT / 2 });
});

test("a new step goes beside one that stands where it wanted to go", () => {
  const taken = [{ position: { x: 0, y: 0 } }];
  expect(freePlace(taken, { x: 10, y: 10 }, "down").x).toBeGreaterThan(STEP_WIDTH);
  expect(freePlace(taken, { x: 0, y: 400 }, "down")).toEqual({ x: 0, y: 400 });
});

test("steps behind two exits stand left and right of their source", () => {
  const [left, right] = [0, 1].map((index) => placeAfter({ x: 0, y: 0 }, index, 2, "down"));
  expect(left?.x).toBe(-(right?.x ?? 0));
  expect(left?.y).toBeGreaterThan(STEP_HEIGHT);
});
