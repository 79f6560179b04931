import { getViewportForBounds, type Viewport } from "@xyflow/react";
import { type Canvas, isEntry } from "#journey";
import { boundsOf } from "../document/bounds.ts";
import { STEP_WIDTH } from "../document/geometry.ts";

type Room = { width: number; height: number };

const PADDING = 0.15;
/** Below this zoom branch labels and counts are hidden, so a larger journey opens at its beginning. */
const LEAST_ZOOM = 0.55;
const LEAST_ZOOM_PHONE = 0.55;
const START = { zoom: 0.8, top: 48 };
const SIDE = 40;

/** What the canvas shows at first: the whole journey, or its beginning when the whole would be too small to read. */
export function firstView(canvas: Canvas, room: Room): Viewport | null {
  if (canvas.nodes.length === 0 || room.width === 0) return null;
  const whole = getViewportForBounds(
    boundsOf(canvas.nodes.map((node) => node.position)),
    room.width,
    room.height,
    0.05,
    1,
    PADDING,
  );
  const least = room.width < 600 ? LEAST_ZOOM_PHONE : LEAST_ZOOM;
  if (whole.zoom >= least) return whole;
  const start = canvas.nodes.find(isEntry) ?? canvas.nodes[0];
  if (!start) return whole;
  // As much of its width as stays readable.
  const { x, width } = boundsOf(canvas.nodes.map((node) => node.position));
  const zoom = Math.min(START.zoom, Math.max(least, (room.width - 2 * SIDE) / width));
  const { top } = START;
  const isWhole = width * zoom <= room.width;
  if (isWhole) return { x: room.width / 2 - (x + width / 2) * zoom, y: top - start.position.y * zoom, zoom };
  return { x: room.width / 2 - (start.position.x + STEP_WIDTH / 2) * zoom, y: top - start.position.y * zoom, zoom };
}
