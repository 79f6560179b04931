"use client";

import { useMemo } from "react";
import { copySteps, pasteSteps, readSteps } from "../document/clipboard.ts";
import { removeParts } from "../document/edits.ts";
import { nodeById } from "../document/graph.ts";
import { useEditorStore } from "../state/context.tsx";
import { useAnnounce } from "./announcer.tsx";

const ASIDE = 48;
const counted = (amount: number) => (amount === 1 ? "1 step" : `${amount} steps`);

/** Commands on selected steps, for the keyboard and the panels. */
export function useStepCommands() {
  const store = useEditorStore();
  const announce = useAnnounce();
  return useMemo(() => {
    const add = (text: string, at: { x: number; y: number } | null): boolean => {
      const steps = readSteps(text);
      if (!steps) return false;
      const left = Math.min(...steps.nodes.map((node) => node.position.x));
      const top = Math.min(...steps.nodes.map((node) => node.position.y));
      const { canvas, edit, select, focus } = store.getState();
      const isThere = steps.nodes.some((node) => nodeById(canvas, node.id));
      const place = at ?? (isThere ? { x: left + ASIDE, y: top + ASIDE } : { x: left, y: top });
      const pasted = pasteSteps(canvas, steps, place);
      edit(() => pasted.canvas);
      select({ nodes: pasted.added, edges: new Set() });
      focus([...pasted.added][0] ?? null);
      announce(`${counted(pasted.added.size)} added`);
      return true;
    };
    return {
      paste: add,
      copied: (): string | null => copySteps(store.getState().canvas, store.getState().selection.nodes),
      duplicate(ids: readonly string[]) {
        const { canvas, selection } = store.getState();
        const text = copySteps(canvas, ids.length > 0 ? new Set(ids) : selection.nodes);
        if (text !== null) add(text, null);
      },
      remove(ids?: readonly string[]) {
        const { canvas, selection, edit, focusedId, focus } = store.getState();
        const nodes = ids ? new Set(ids) : selection.nodes;
        const edges = ids ? new Set<string>() : selection.edges;
        if (nodes.size + edges.size === 0) return;
        const heir = canvas.edges.find(
          (edge) => focusedId !== null && edge.targetNodeId === focusedId && !nodes.has(edge.sourceNodeId),
        );
        edit((now) => removeParts(now, nodes, edges));
        if (focusedId !== null && nodes.has(focusedId)) focus(heir?.sourceNodeId ?? null);
        announce(nodes.size > 0 ? `${counted(nodes.size)} deleted` : "Edge deleted");
      },
      selectAll() {
        const { canvas, select } = store.getState();
        select({ nodes: new Set(canvas.nodes.map((node) => node.id)), edges: new Set() });
      },
    };
  }, [store, announce]);
}
