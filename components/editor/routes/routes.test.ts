import Elk from "elkjs";
import { expect, test } from "vitest";
import { type Canvas, completeCanvas, type Position } from "#journey";
import { templateInput, templates } from "#journey/templates";
import { edgeLine } from "../canvas/far/edge-line.ts";
import { createProjection } from "../canvas/to-flow.ts";
import { type Direction, directionOf } from "../document/direction.ts";
import { moveSteps } from "../document/edits.ts";
import { type Mode, STEP_WIDTH, stepHeight } from "../document/geometry.ts";
import { edge, node } from "../document/testing.ts";
import { elkGraph, placesFrom } from "../layout/elk-graph.ts";

const NOTHING = {
  selection: { nodes: new Set<string>(), edges: new Set<string>() },
  moving: new Map<string, Position>(),
};

/** The edges that cross a step, as "source → target behind step". */
function crossings(
  canvas: Canvas,
  direction: Direction,
  mode: Mode,
  moving: ReadonlyMap<string, Position> = new Map(),
): string[] {
  const { nodes, edges } = createProjection()(canvas, { ...NOTHING, direction, mode, moving });
  const places = new Map(nodes.map((one) => [one.id, one]));
  const nameOf = (id: string) => places.get(id)?.data.step.name;
  return edges.flatMap((one) => {
    const line = edgeLine(one, places) ?? [];
    const behind = nodes.filter(({ position }) =>
      line.some((point, at) => at > 0 && crosses(line[at - 1] ?? point, point, position, stepHeight(mode))),
    );
    return behind.map((step) => `${nameOf(one.source)} → ${nameOf(one.target)} behind ${step.data.step.name}`);
  });
}

const crosses = (from: Position, to: Position, step: Position, height: number) =>
  Math.max(from.x, to.x) > step.x + 1 &&
  Math.min(from.x, to.x) < step.x + STEP_WIDTH - 1 &&
  Math.max(from.y, to.y) > step.y + 1 &&
  Math.min(from.y, to.y) < step.y + height - 1;

function canvasOf(template: (typeof templates)[number]): Canvas {
  const completed = completeCanvas(templateInput(template), { makeId: () => crypto.randomUUID() });
  if ("problems" in completed) throw new Error(JSON.stringify(completed.problems));
  return completed.canvas;
}

test.each(templates.map((template) => [template.key, template] as const))(
  "%s: no edge runs behind a step, in the editor, in the live view, and tidied up",
  async (_, template) => {
    const canvas = canvasOf(template);
    const direction = directionOf(canvas);
    expect(crossings(canvas, direction, "build")).toEqual([]);
    expect(crossings(canvas, direction, "live")).toEqual([]);
    for (const way of ["down", "right"] as const) {
      const tidy = moveSteps(canvas, placesFrom(await new Elk().layout(elkGraph(canvas, way)), canvas));
      expect(crossings(tidy, way, "build")).toEqual([]);
    }
  },
);

/** A column of steps, the first of which leads past the others to the last. */
const column: Canvas = {
  nodes: ["t", "a", "b", "c", "z"].map((name, row) =>
    node(name, row === 0 ? "WAIT_FOR_EVENT" : "WAIT", {
      config: { timeout: "1d" },
      position: { x: 0, y: row * 152 },
    }),
  ),
  edges: [
    edge("t", "a", { branch: "event" }),
    edge("t", "z", { branch: "timeout" }),
    ...[edge("a", "b"), edge("b", "c"), edge("c", "z"), edge("z", "a"), edge("b", "b")],
  ],
};

test("edges past several steps, back to an earlier one and to their own step go around all of them", () => {
  expect(crossings(column, "down", "build")).toEqual([]);
  const aside = {
    ...column,
    nodes: column.nodes.map((one) => ({ ...one, position: { x: one.position.y * 2.2, y: one.position.x } })),
  };
  expect(crossings(aside, "right", "build")).toEqual([]);
});

test("two paths that meet below the steps of one of them go around those steps", () => {
  const at = (x: number, row: number) => ({ position: { x: x * 300, y: row * 152 } });
  const wait = { config: { timeout: "5d" } };
  const canvas: Canvas = {
    nodes: [
      node("l", "WAIT_FOR_EVENT", { ...wait, ...at(0.5, 3) }),
      node("r", "WAIT_FOR_EVENT", { ...wait, ...at(1.5, 3) }),
      node("mail", "CONTENT", at(1, 4.5)),
      node("more", "WAIT", at(1, 5.5)),
      node("goal", "GOAL_CHECK", at(1, 6.5)),
      node("mark", "ACTION", at(0, 7.5)),
    ],
    edges: [
      ...["l", "r"].flatMap((from) => [
        edge(from, "mark", { branch: "event" }),
        edge(from, "mail", { branch: "timeout" }),
      ]),
      ...[edge("mail", "more"), edge("more", "goal"), edge("goal", "mark", { branch: "MET" })],
    ],
  };
  expect(crossings(canvas, "down", "build")).toEqual([]);
});

test("the edges of a step that is being dragged go around the others, and the others keep their ways", () => {
  const [, a, , , z] = column.nodes;
  if (!a || !z) throw new Error("steps are missing");
  expect(crossings(column, "down", "build", new Map([[z.id, { x: 20, y: 1_000 }]]))).toEqual([]);
});

test("where there is no way around, an edge is still drawn", () => {
  const stacked = { ...column, nodes: column.nodes.map((one, at) => ({ ...one, position: { x: 0, y: at } })) };
  const { edges } = createProjection()(stacked, { ...NOTHING, direction: "down", mode: "build" });
  expect(edges.every((one) => one.data !== undefined)).toBe(true);
});
