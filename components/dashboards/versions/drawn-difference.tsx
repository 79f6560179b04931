"use client";
import { Maximize, Minus, Plus } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { VersionDifference } from "#data";
import { type JourneyEdge, type JourneyNode, labelOf } from "#journey";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";

type Graph = { readonly nodes: readonly JourneyNode[]; readonly edges: readonly JourneyEdge[] };
type Side = { readonly title: string; readonly graph: Graph };
type View = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const WIDTH = 248;
const HEIGHT = 68;
const MARGIN = 60;
const LONGEST = 26;
const ZOOM = 1.25;

type DrawnProps = { before: Side; after: Side; difference: VersionDifference };

/** Two versions side by side, looked at through one view: what moves or grows in one does so in the other. */
export function DrawnDifference({ before, after, difference }: DrawnProps) {
  const whole = boundsOf([...before.graph.nodes, ...after.graph.nodes]);
  const [view, setView] = useState<View>(whole);
  const changes = new Map<string, Change>(difference.nodes.map(({ nodeId, change }) => [nodeId, change]));
  const zoom = (by: number) => setView((now) => scaled(now, by));
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <Legend />
        <span className="ml-auto flex gap-1">
          <Button variant="outline" size="icon-sm" aria-label="Zoom out" onClick={() => zoom(ZOOM)}>
            <Minus />
          </Button>
          <Button variant="outline" size="icon-sm" aria-label="Zoom in" onClick={() => zoom(1 / ZOOM)}>
            <Plus />
          </Button>
          <Button variant="outline" size="icon-sm" aria-label="Show everything" onClick={() => setView(whole)}>
            <Maximize />
          </Button>
        </span>
      </div>
      <div className="grid gap-2 md:grid-cols-2">
        {[before, after].map(({ title, graph }, index) => (
          <figure key={index === 0 ? "before" : "after"} className="grid min-w-0 gap-1">
            <figcaption className="font-medium text-muted-foreground text-xs">{title}</figcaption>
            <Drawing title={title} graph={graph} changes={changes} view={view} onView={setView} />
          </figure>
        ))}
      </div>
    </div>
  );
}

type Change = VersionDifference["nodes"][number]["change"];

const TONES: Readonly<Record<Change | "same", { box: string; word: string }>> = {
  added: { box: "fill-success-soft stroke-success", word: "New" },
  removed: { box: "fill-destructive-soft stroke-destructive", word: "Removed" },
  changed: { box: "fill-warning-soft stroke-warning", word: "Changed" },
  moved: { box: "fill-card stroke-border", word: "Moved" },
  same: { box: "fill-card stroke-border", word: "" },
};

function Legend() {
  return (
    <ul aria-label="Colors" className="flex flex-wrap gap-3 text-muted-foreground text-xs">
      {(["added", "removed", "changed"] as const).map((change) => (
        <li key={change} className="flex items-center gap-1.5">
          <svg viewBox="0 0 12 12" className="size-3" aria-hidden>
            <rect x="1" y="1" width="10" height="10" rx="2" strokeWidth="1.5" className={TONES[change].box} />
          </svg>
          {TONES[change].word}
        </li>
      ))}
    </ul>
  );
}

type DrawingProps = {
  title: string;
  graph: Graph;
  changes: ReadonlyMap<string, Change>;
  view: View;
  onView: (view: View) => void;
};

/** Dragging and the arrow keys move the view. The list below says the same in words. */
function Drawing({ title, graph: { nodes, edges }, changes, view, onView }: DrawingProps) {
  const held = useRef<{ x: number; y: number; view: View } | null>(null);
  const places = new Map(nodes.map((node) => [node.id, node.position]));
  const move = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLButtonElement>) => {
    const from = held.current;
    if (from === null) return;
    const unit = from.view.width / currentTarget.clientWidth;
    onView({ ...from.view, x: from.view.x - (clientX - from.x) * unit, y: from.view.y - (clientY - from.y) * unit });
  };
  const step = (event: KeyboardEvent) => {
    const way = STEPS[event.key];
    if (way === undefined) return;
    event.preventDefault();
    onView({ ...view, x: view.x + (way[0] * view.width) / 8, y: view.y + (way[1] * view.height) / 8 });
  };
  return (
    <div className="relative h-80 overflow-hidden rounded-lg border bg-background">
      <svg viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} className="size-full" aria-hidden>
        {edges.map(({ id, sourceNodeId, targetNodeId }) => (
          <Line key={id} from={places.get(sourceNodeId)} to={places.get(targetNodeId)} />
        ))}
        {nodes.map((node) => (
          <Box key={node.id} node={node} change={changes.get(node.id) ?? "same"} />
        ))}
      </svg>
      {/* Over the drawing, not around it: the name of a button has to begin with the text that is seen in it. */}
      <button
        type="button"
        aria-label={`${title}, drawn: ${nodes.length} steps. The arrow keys move the view.`}
        className="absolute inset-0 cursor-grab touch-none rounded-lg active:cursor-grabbing"
        onPointerDown={(event) => {
          held.current = { x: event.clientX, y: event.clientY, view };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={move}
        onPointerUp={() => {
          held.current = null;
        }}
        onKeyDown={step}
      />
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Place = JourneyNode["position"] | undefined;

function Line({ from, to }: { from: Place; to: Place }) {
  if (from === undefined || to === undefined) return null;
  const [x1, y1, x2, y2] = [from.x + WIDTH / 2, from.y + HEIGHT / 2, to.x + WIDTH / 2, to.y + HEIGHT / 2];
  return <line {...{ x1, y1, x2, y2 }} strokeWidth="2" className="stroke-muted-foreground/50" />;
}

function Box({ node, change }: { node: JourneyNode; change: Change | "same" }) {
  const { box, word } = TONES[change];
  const label = labelOf(node);
  const shown = label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
  return (
    <g transform={`translate(${node.position.x} ${node.position.y})`} data-change={change}>
      <rect width={WIDTH} height={HEIGHT} rx="10" strokeWidth="2.5" className={box} />
      <text x="16" y={word ? 32 : 42} className="fill-foreground font-medium text-[15px]">
        {shown}
      </text>
      {word ? (
        <text x="16" y="54" className={cn("fill-muted-foreground text-[12px]")}>
          {word}
        </text>
      ) : null}
    </g>
  );
}

function boundsOf(nodes: readonly JourneyNode[]): View {
  if (nodes.length === 0) return { x: 0, y: 0, width: 800, height: 400 };
  const xs = nodes.map(({ position }) => position.x);
  const ys = nodes.map(({ position }) => position.y);
  const [x, y] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return { x, y, width: Math.max(...xs) + WIDTH + MARGIN - x, height: Math.max(...ys) + HEIGHT + MARGIN - y };
}

function scaled({ x, y, width, height }: View, by: number): View {
  const [nextWidth, nextHeight] = [width * by, height * by];
  return { x: x + (width - nextWidth) / 2, y: y + (height - nextHeight) / 2, width: nextWidth, height: nextHeight };
}
