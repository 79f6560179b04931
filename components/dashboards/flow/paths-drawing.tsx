"use client";
import { useEffect, useRef, useState } from "react";
import type { JourneyStats } from "#data";
import { formatNumber } from "#shell";
import { ScrollFrame } from "#ui/scroll-frame";
import { LINE, layOutPaths, NODE_WIDTH, type PathNode } from "./lay-out-paths.ts";

/** Before the card was measured. */
const FIRST_WIDTH = 960;

/** The ways as flows from left to right, as wide as the card; on a phone it scrolls. */
export function PathsDrawing({ stats }: { stats: JourneyStats }) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(FIRST_WIDTH);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setRoom(Math.floor(entry.contentRect.width));
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const { width, height, nodes, flows } = layOutPaths(stats, { width: room });
  return (
    <div ref={frame} className="min-w-0">
      <ScrollFrame className="overflow-x-auto" aria-label="Drawing of the paths" role="group">
        <svg
          role="img"
          aria-label="Steps from left to right with the number of people on each way; the table has the same numbers."
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          className="block max-w-none"
        >
          {flows.map(({ key, d, width: own, count }) => (
            <path key={key} d={d} strokeWidth={own} fill="none" className="stroke-primary/25 hover:stroke-primary/50">
              <title>{formatNumber(count)}</title>
            </path>
          ))}
          {nodes.map((node) => (
            <Step key={node.nodeId} node={node} />
          ))}
        </svg>
      </ScrollFrame>
    </div>
  );
}

/** A step with its label above it, in lines, and the number of people who entered it. */
function Step({ node: { lines, entered, x, y, height } }: { node: PathNode }) {
  const top = y - 6 - lines.length * LINE;
  const placed = lines.map((line, index) => ({ line, at: top + index * LINE }));
  return (
    <g>
      <rect x={x} y={y} width={NODE_WIDTH} height={height} rx={2} className="fill-primary" />
      <text className="fill-foreground font-medium text-[11px]">
        {placed.map(({ line, at }) => (
          <tspan key={at} x={x} y={at}>
            {line}
          </tspan>
        ))}
        <tspan x={x} y={y - 6} className="fill-muted-foreground font-normal">
          {formatNumber(entered)}
        </tspan>
      </text>
    </g>
  );
}
