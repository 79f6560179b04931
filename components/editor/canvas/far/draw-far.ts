import type { Viewport } from "@xyflow/react";
import type { Position } from "#journey";
import { STEP_WIDTH, stepHeight } from "../../document/geometry.ts";
import type { LinkEdge, StepNode } from "../to-flow.ts";
import { edgeLine } from "./edge-line.ts";

/** Colours as a canvas element reads them. */
export type FarColors = { card: string; border: string; link: string; primary: string; destructive: string };

export type FarScene = {
  nodes: readonly StepNode[];
  edges: readonly LinkEdge[];
  /** Steps that are in the page; they draw themselves. */
  shown: ReadonlySet<string>;
  /** Steps with an error. */
  wrong: ReadonlySet<string>;
  /** Steps and edges on the path of a trial run; null while there is none. */
  lit: ReadonlySet<string> | null;
  colorOf: (node: StepNode) => string;
};

/** Where and how large: the size in pixels of the page, and how many of the screen make one of them. */
export type FarFrame = { viewport: Viewport; width: number; height: number; ratio: number; colors: FarColors };

const TILE = 36;
/** What a trial run leaves aside is as faint as it is at full size. */
const ASIDE = 0.35;

/**
 * Draws all steps and edges in view. From so far away an edge is three straight lines and a step a card with its colour,
 * which a processor without a graphics card draws in a few milliseconds.
 */
export function drawFar(context: CanvasRenderingContext2D, scene: FarScene, frame: FarFrame): void {
  const { width, height, ratio, colors } = frame;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineWidth = 1;
  const isChosen = (edge: LinkEdge) => edge.selected === true || scene.lit?.has(edge.id) === true;
  strokeEdges(context, scene, frame, {
    edges: scene.edges.filter((edge) => !isChosen(edge)),
    color: colors.link,
    alpha: scene.lit === null ? 1 : ASIDE,
  });
  strokeEdges(context, scene, frame, { edges: scene.edges.filter(isChosen), color: colors.primary, alpha: 1 });
  for (const node of scene.nodes) if (!scene.shown.has(node.id)) drawStep(context, scene, frame, node);
  context.globalAlpha = 1;
}

/** Edges of one colour are one stroke. */
type Group = { edges: readonly LinkEdge[]; color: string; alpha: number };

function strokeEdges(context: CanvasRenderingContext2D, scene: FarScene, frame: FarFrame, group: Group): void {
  if (group.edges.length === 0) return;
  const places = new Map(scene.nodes.map((node) => [node.id, node]));
  context.beginPath();
  for (const edge of group.edges) {
    const line = edgeLine(edge, places)?.map((point) => onScreen(point, frame.viewport));
    if (!line || !isSeen(line, frame)) continue;
    for (const [index, { x, y }] of line.entries()) {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
  context.globalAlpha = group.alpha;
  context.strokeStyle = group.color;
  context.stroke();
}

function drawStep(context: CanvasRenderingContext2D, scene: FarScene, frame: FarFrame, node: StepNode): void {
  const { x, y } = onScreen(node.position, frame.viewport);
  const width = STEP_WIDTH * frame.viewport.zoom;
  const height = stepHeight(node.data.mode) * frame.viewport.zoom;
  if (
    !isSeen(
      [
        { x, y },
        { x: x + width, y: y + height },
      ],
      frame,
    )
  )
    return;
  context.globalAlpha = scene.lit === null || scene.lit.has(node.id) ? 1 : ASIDE;
  context.fillStyle = frame.colors.card;
  context.fillRect(x, y, width, height);
  context.strokeStyle = borderOf(node, scene, frame.colors);
  context.strokeRect(x, y, width, height);
  const tile = Math.max(3, TILE * frame.viewport.zoom);
  context.fillStyle = scene.colorOf(node);
  context.fillRect(x + (height - tile) / 2, y + (height - tile) / 2, tile, tile);
}

function borderOf(node: StepNode, { wrong, lit }: FarScene, colors: FarColors): string {
  if (node.selected || lit?.has(node.id)) return colors.primary;
  return wrong.has(node.id) ? colors.destructive : colors.border;
}

const onScreen = (point: Position, { x, y, zoom }: Viewport): Position => ({
  x: point.x * zoom + x,
  y: point.y * zoom + y,
});

function isSeen(points: readonly Position[], { width, height }: FarFrame): boolean {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return Math.max(...xs) >= 0 && Math.min(...xs) <= width && Math.max(...ys) >= 0 && Math.min(...ys) <= height;
}
