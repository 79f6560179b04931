"use client";

import { useStoreApi } from "@xyflow/react";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { stepKinds } from "../../nodes/step-kinds.ts";
import { problemsById } from "../../problems/use-step-problems.ts";
import { useEditor } from "../../state/context.tsx";
import type { LinkEdge, StepNode } from "../to-flow.ts";
import { drawFar, type FarColors, type FarScene } from "./draw-far.ts";

type FarPictureProps = {
  nodes: readonly StepNode[];
  edges: readonly LinkEdge[];
  /** Steps that are in the page. */
  shown: ReadonlySet<string>;
};

const colorOf = (node: StepNode) => stepKinds[node.data.step.type].accent.map;

/** The whole journey in one picture, for zooms at which no step can be read. Assistive technology has the outline. */
export function FarPicture({ nodes, edges, shown }: FarPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const wrong = useWrongSteps(nodes[0]?.data.mode === "build");
  const lit = useLit();
  const scene = useMemo<FarScene>(
    () => ({ nodes, edges, shown, wrong, lit, colorOf }),
    [nodes, edges, shown, wrong, lit],
  );
  const draw = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    draw.current = () => paint(canvas.current, scene, store.getState());
    draw.current();
  }, [scene, store]);
  useEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => draw.current());
    };
    const unsubscribe = store.subscribe(({ transform, width, height }, before) => {
      if (transform !== before.transform || width !== before.width || height !== before.height) soon();
    });
    const theme = new MutationObserver(soon);
    theme.observe(document.documentElement, { attributeFilter: ["class"] });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      theme.disconnect();
    };
  }, [store]);
  return (
    <canvas ref={canvas} aria-hidden data-far-picture className="pointer-events-none absolute inset-0 size-full" />
  );
}

type Screen = { width: number; height: number; transform: readonly [x: number, y: number, zoom: number] };

function paint(canvas: HTMLCanvasElement | null, scene: FarScene, { width, height, transform }: Screen): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  const ratio = window.devicePixelRatio;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  const [x, y, zoom] = transform;
  drawFar(context, scene, { viewport: { x, y, zoom }, width, height, ratio, colors: colorsOf(canvas) });
}

const read = new WeakMap<Element, { theme: string; colors: FarColors }>();

/** The theme's colours, as the browser computes them; read again when the theme changes. */
function colorsOf(canvas: HTMLCanvasElement): FarColors {
  const theme = document.documentElement.className;
  const known = read.get(canvas);
  if (known?.theme === theme) return known.colors;
  const computed = (name: string) => {
    canvas.style.color = `var(${name})`;
    return getComputedStyle(canvas).color;
  };
  const colors: FarColors = {
    card: computed("--card"),
    border: computed("--border"),
    link: computed("--link"),
    primary: computed("--primary"),
    destructive: computed("--destructive"),
  };
  read.set(canvas, { theme, colors });
  return colors;
}

function useWrongSteps(isBuild: boolean): ReadonlySet<string> {
  const problems = useEditor((state) => state.problems);
  return useMemo(() => {
    if (!isBuild) return new Set<string>();
    const byId = [...problemsById(problems)];
    return new Set(byId.filter(([, list]) => list.some(({ severity }) => severity === "error")).map(([id]) => id));
  }, [problems, isBuild]);
}

function useLit(): ReadonlySet<string> | null {
  const marks = useEditor((state) => state.marks);
  return useMemo(() => {
    if (!marks) return null;
    return new Set([...marks.nodes, ...marks.edges].filter(([, { isLit }]) => isLit).map(([id]) => id));
  }, [marks]);
}
