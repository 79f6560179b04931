import Elk from "elkjs";
import { expect, test } from "vitest";
import type { Canvas } from "#journey";
import { STEP_HEIGHT, STEP_WIDTH } from "../document/geometry.ts";
import { edge, idOf, node } from "../document/testing.ts";
import { elkGraph, placesFrom } from "./elk-graph.ts";

const canvas: Canvas = {
  nodes: [
    node("t", "TRIGGER", { position: { x: 500, y: 40 } }),
    node("c", "CONDITION"),
    node("n", "WAIT"),
    node("y", "WAIT"),
    node("x", "EXIT"),
    node("o", "EXIT"),
  ],
  edges: [
    edge("t", "c"),
    edge("c", "y", { branch: "TRUE" }),
    edge("c", "n", { branch: "FALSE" }),
    edge("y", "x"),
    edge("n", "x"),
    edge("n", "n"),
    edge("n", "c"),
  ],
};
const tidy = async (direction: "down" | "right", drawn = canvas) =>
  placesFrom(await new Elk().layout(elkGraph(drawn, direction)), drawn);

test("tidying puts steps below each other, TRUE left of FALSE, and none over another", async () => {
  const places = await tidy("down");
  const at = (name: string) => places.get(idOf(name)) ?? { x: Number.NaN, y: Number.NaN };
  expect(at("t")).toEqual({ x: 500, y: 40 });
  expect(at("c").y).toBeGreaterThan(at("t").y + STEP_HEIGHT);
  expect(at("x").y).toBeGreaterThan(at("y").y + STEP_HEIGHT);
  expect(at("y").x).toBeLessThan(at("n").x);
  const all = [...places.values()];
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1))
      expect(Math.abs(one.x - other.x) >= STEP_WIDTH || Math.abs(one.y - other.y) >= STEP_HEIGHT).toBe(true);
});

test("a journey drawn to the right is tidied to the right", async () => {
  const places = await tidy("right");
  expect(places.get(idOf("c"))?.x).toBeGreaterThan((places.get(idOf("t"))?.x ?? 0) + STEP_WIDTH);
});

test("a journey of many steps is tidied the quick way, TRUE left of FALSE and none over another", async () => {
  const blocks = Array.from({ length: 80 }, (_, block) => ["c", "y", "n", "j"].map((name) => `${name}${block}`));
  const big: Canvas = {
    nodes: [
      node("t", "TRIGGER"),
      ...blocks.flatMap(([c = "", ...others]) => [node(c, "CONDITION"), ...others.map((name) => node(name, "WAIT"))]),
    ],
    edges: blocks.flatMap(([c = "", y = "", n = "", j = ""], block) => [
      edge(block === 0 ? "t" : `j${block - 1}`, c),
      edge(c, y, { branch: "TRUE" }),
      edge(c, n, { branch: "FALSE" }),
      edge(y, j),
      edge(n, j),
    ]),
  };
  const places = await tidy("down", big);
  for (const [c = "", y = "", n = ""] of blocks) {
    const at = (name: string) => places.get(idOf(name)) ?? { x: Number.NaN, y: Number.NaN };
    expect(at(n).x - at(y).x).toBeGreaterThanOrEqual(STEP_WIDTH);
    expect(at(y).y - at(c).y).toBeGreaterThan(STEP_HEIGHT);
  }
});
