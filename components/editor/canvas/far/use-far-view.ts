"use client";

import { useStoreApi } from "@xyflow/react";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Canvas } from "#journey";
import { useEditor } from "../../state/context.tsx";
import type { LinkEdge, StepNode } from "../to-flow.ts";
import { FAR, MANY, SLICE, VERY_FAR } from "./levels.ts";
import { hideOthers, stepsInView } from "./shown.ts";

type Flow = { nodes: StepNode[]; edges: LinkEdge[] };
/** Near: steps are in the page. Far: they are a picture. Between the two, the steps in view arrive a few at a time. */
type Phase = { kind: "near" } | { kind: "far" } | { kind: "arriving"; arrived: ReadonlySet<string> };

const NONE: ReadonlySet<string> = new Set();
/** With more chosen steps than this, they are part of the picture. */
const MOST_CHOSEN = 24;

/**
 * Detail by zoom. From very far, a journey of many steps is one picture, and only the steps that somebody points at, has
 * chosen or has focused are in the page. Coming closer, the steps in view are put into the page a few at a time, over the
 * picture, which goes when all of them are there. So no zoom holds the page up for longer than a frame or two.
 */
export function useFarView(wrapper: RefObject<HTMLDivElement | null>, canvas: Canvas, whole: Flow) {
  const store = useStoreApi<StepNode, LinkEdge>();
  const isBig = canvas.nodes.length > MANY;
  const [phase, setPhase] = useState<Phase>({ kind: "near" });
  const [pointedAt, point] = useState<string | null>(null);
  const own = useOwnSteps(pointedAt);
  const shown = useMemo(() => {
    if (!isBig || phase.kind === "near") return null;
    return phase.kind === "far" ? own : new Set([...own, ...phase.arrived]);
  }, [isBig, phase, own]);
  const latest = useRef({ whole, own, isBig, phase });
  latest.current = { whole, own, isBig, phase };

  useEffect(
    () =>
      store.subscribe(({ transform, setNodes, setEdges }, before) => {
        const zoom = transform[2];
        if (zoom === before.transform[2]) return;
        wrapper.current?.classList.toggle("is-far", zoom < FAR);
        wrapper.current?.classList.toggle("is-very-far", zoom < VERY_FAR);
        const now = latest.current;
        const isFar = now.isBig && zoom < VERY_FAR;
        if (isFar && now.phase.kind !== "far") {
          // Before React draws what came into view: it would put all of it into the page at once.
          const hidden = hideOthers(now.whole, now.own);
          setNodes(hidden.nodes);
          setEdges(hidden.edges);
          latest.current = { ...now, phase: { kind: "far" } };
          setPhase({ kind: "far" });
        } else if (!isFar && now.phase.kind === "far") setPhase({ kind: "arriving", arrived: NONE });
      }),
    [store, wrapper],
  );
  useEffect(() => {
    if (phase.kind !== "arriving") return;
    const frame = requestAnimationFrame(() => {
      const missing = stepsInView(store.getState(), canvas).filter((id) => !phase.arrived.has(id));
      if (missing.length === 0) setPhase({ kind: "near" });
      else setPhase({ kind: "arriving", arrived: new Set([...phase.arrived, ...missing.slice(0, SLICE)]) });
    });
    return () => cancelAnimationFrame(frame);
  }, [phase, store, canvas]);

  const flow = useMemo(() => (shown ? hideOthers(whole, shown) : whole), [whole, shown]);
  return { flow, shown, isFar: isBig && phase.kind === "far", point };
}

/** Steps that stay in the page at every zoom, for the mouse and the keyboard. */
function useOwnSteps(pointedAt: string | null): ReadonlySet<string> {
  const focused = useEditor((state) => state.focusedId ?? state.canvas.nodes[0]?.id ?? null);
  const opened = useEditor((state) => (state.opened?.kind === "node" ? state.opened.id : null));
  const chosen = useEditor(({ selection }) => (selection.nodes.size <= MOST_CHOSEN ? selection.nodes : NONE));
  return useMemo(
    () => new Set([pointedAt, focused, opened, ...chosen].filter((id) => id !== null)),
    [pointedAt, focused, opened, chosen],
  );
}
