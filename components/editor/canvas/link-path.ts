import { getSmoothStepPath, Position as Side } from "@xyflow/react";
import type { Direction } from "../document/direction.ts";
import { STEP_GAP, STEP_WIDTH } from "../document/geometry.ts";

type Ends = { sourceX: number; sourceY: number; targetX: number; targetY: number };
export type LinkPath = { path: string; labelX: number; labelY: number };

const BEND = STEP_GAP / 2;

/**
 * The line of an edge: rounded steps along the flow, a loop beside the step for an edge back to itself. A long edge
 * bends just before its target, between two rows, where no step is in its way; its label stays near its source.
 */
export function linkPath(ends: Ends, direction: Direction, isLoop: boolean): LinkPath {
  if (isLoop) return loopPath(ends, direction);
  const isDown = direction === "down";
  const distance = isDown ? ends.targetY - ends.sourceY : ends.targetX - ends.sourceX;
  const isLong = distance > 1.5 * STEP_GAP;
  const bend = isDown ? { centerY: ends.targetY - BEND } : { centerX: ends.targetX - BEND };
  const [path, labelX, labelY] = getSmoothStepPath({
    ...ends,
    sourcePosition: isDown ? Side.Bottom : Side.Right,
    targetPosition: isDown ? Side.Top : Side.Left,
    borderRadius: 16,
    offset: 24,
    ...(isLong ? bend : {}),
  });
  if (!isLong) return { path, labelX, labelY };
  const along = Math.min(distance / 2, 2 * STEP_GAP);
  return isDown
    ? { path, labelX: ends.sourceX, labelY: ends.sourceY + along }
    : { path, labelX: ends.sourceX + along, labelY: ends.sourceY };
}

function loopPath({ sourceX, sourceY, targetX, targetY }: Ends, direction: Direction): LinkPath {
  const out = 26;
  if (direction === "right") {
    const below = Math.max(sourceY, targetY) + 70;
    const path = `M${sourceX},${sourceY} h${out} V${below} H${targetX - out} V${targetY} H${targetX}`;
    return { path, labelX: (sourceX + targetX) / 2, labelY: below };
  }
  const beside = Math.max(sourceX, targetX) + STEP_WIDTH / 2 + 40;
  const path = `M${sourceX},${sourceY} v${out} H${beside} V${targetY - out} H${targetX} V${targetY}`;
  return { path, labelX: beside, labelY: (sourceY + targetY) / 2 };
}
