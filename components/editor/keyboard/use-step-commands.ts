"use client";

import { useMemo } from "react";
import { isEnd, isEntry } from "#journey";
import { type Arrangement, arrange } from "../document/arrange.ts";
import { copySteps } from "../document/clipboard.ts";
import { removeParts, updateNode } from "../document/edits.ts";
import { useEditorStore } from "../state/context.tsx";
import { useAnnounce } from "./announcer.tsx";
import { countedSteps } from "./counted-steps.ts";
import { usePaste } from "./use-paste.ts";

/** Commands on selected steps, for the keyboard and the panels. */
export function useStepCommands() {
  const store = useEditorStore();
  const announce = useAnnounce();
  const pasting = usePaste();
  return useMemo(() => {
    return {
      ...pasting,
      copied: (): string | null => copySteps(store.getState().canvas, store.getState().selection.nodes),
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
        const steps = canvas.nodes.filter(({ id }) => nodes.has(id)).length;
        announce(steps > 0 ? `${countedSteps(steps)} deleted` : nodes.size > 0 ? "Deleted" : "Edge deleted");
      },
      removeEdge(id: string) {
        store.getState().edit((now) => removeParts(now, new Set(), new Set([id])));
        announce("Edge deleted");
      },
      /** Switches steps off, or on again if all of them are off. Entries and ends stay as they are. */
      disable(ids: readonly string[]) {
        const { canvas, edit } = store.getState();
        const steps = canvas.nodes.filter((node) => ids.includes(node.id) && !isEntry(node) && !isEnd(node));
        if (steps.length === 0) return;
        const disabled = steps.every((node) => node.disabled) ? undefined : true;
        edit((now) => steps.reduce((after, { id }) => updateNode(after, id, { disabled }), now));
        announce(`${countedSteps(steps.length)} ${disabled ? "disabled" : "enabled"}`);
      },
      arrange(how: Arrangement) {
        const { canvas, selection, edit } = store.getState();
        const arranged = arrange(canvas, selection.nodes, how);
        edit(() => arranged);
        announce(arranged === canvas ? "The steps stay where they are" : `${countedSteps(selection.nodes.size)} moved`);
      },
      selectAll() {
        const { canvas, select } = store.getState();
        select({ nodes: new Set(canvas.nodes.map((node) => node.id)), edges: new Set() });
      },
    };
  }, [store, announce, pasting]);
}
