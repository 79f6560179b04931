"use client";

import { Fragment, type MouseEvent, type ReactNode, useRef, useState } from "react";
import { isEnd, isEntry } from "#journey";
import {
  ContextMenu,
  ContextMenuContent,
  ContextMenuItem,
  ContextMenuSeparator,
  ContextMenuShortcut,
  ContextMenuTrigger,
} from "#ui/context-menu";
import { annotationById } from "../document/annotations.ts";
import { nodeById } from "../document/graph.ts";
import { useEditorStore } from "../state/context.tsx";
import type { EditorStore } from "../state/store.ts";
import { type Command, type CommandPlace, commands, spellKeys } from "./commands.ts";
import { type CommandTarget, useRunCommand } from "./use-commands.tsx";

type Shown = { place: CommandPlace; target: CommandTarget };

/** The menu behind the right mouse button, a long touch or the menu key: the commands for what lies there. */
export function CanvasMenu({ canEdit, children }: { canEdit: boolean; children: ReactNode }) {
  const store = useEditorStore();
  const run = useRunCommand();
  const [shown, setShown] = useState<Shown>({ place: "pane", target: {} });
  const picked = useRef<Command | null>(null);
  const begin = (event: MouseEvent) => setShown(placeAt(store, event));
  const entries = commands.filter(
    (command) => command.on?.includes(shown.place) && (canEdit || !command.edits) && fits(store, command, shown.target),
  );
  // Run after the menu is gone, so that the focus that a command sets is not taken back.
  const finish = (event: Event) => {
    const command = picked.current;
    if (!command) return;
    picked.current = null;
    event.preventDefault();
    run(command.id, shown.target);
  };
  return (
    <ContextMenu>
      <ContextMenuTrigger asChild onContextMenu={begin}>
        {children}
      </ContextMenuTrigger>
      <ContextMenuContent aria-label={LABELS[shown.place]} onCloseAutoFocus={finish}>
        {entries.map((command) => (
          <Fragment key={command.id}>
            {command.id === "remove" && entries.length > 1 ? <ContextMenuSeparator /> : null}
            <ContextMenuItem
              {...(command.id === "remove" ? { variant: "destructive" as const } : {})}
              onSelect={() => {
                picked.current = command;
              }}
            >
              {titleOf(store, command, shown.target)}
              {command.keys[0] ? <ContextMenuShortcut>{spellKeys(command.keys[0])}</ContextMenuShortcut> : null}
            </ContextMenuItem>
          </Fragment>
        ))}
      </ContextMenuContent>
    </ContextMenu>
  );
}

const LABELS = {
  step: "Step",
  selection: "Selected steps",
  edge: "Edge",
  pane: "Canvas",
  annotation: "Note or group",
} as const;

/** What lies under the pointer. A step outside of the selection becomes the selection. */
function placeAt(store: EditorStore, { target, clientX, clientY }: MouseEvent): Shown {
  const { selection, select, focus } = store.getState();
  const element = target instanceof Element ? target : null;
  const screen = { x: clientX, y: clientY };
  const stepId = element?.closest("[data-step]")?.getAttribute("data-step");
  if (element?.closest(".react-flow__nodesselection")) return { place: "selection", target: { screen } };
  if (stepId) {
    if (selection.nodes.size > 1 && selection.nodes.has(stepId)) return { place: "selection", target: { screen } };
    select({ nodes: new Set([stepId]), edges: new Set() });
    focus(stepId);
    return { place: "step", target: { stepId, screen } };
  }
  const annotationId = element?.closest("[data-annotation]")?.getAttribute("data-annotation");
  if (annotationId) {
    select({ nodes: new Set([annotationId]), edges: new Set() });
    focus(annotationId);
    return { place: "annotation", target: { stepId: annotationId, screen } };
  }
  const edgeId = element?.closest("[data-link]")?.getAttribute("data-link");
  return edgeId ? { place: "edge", target: { edgeId, screen } } : { place: "pane", target: { screen } };
}

/** Entries and ends cannot be disabled. */
function fits(store: EditorStore, { id }: Command, { stepId }: CommandTarget): boolean {
  const node = id === "disable" && stepId ? nodeById(store.getState().canvas, stepId) : undefined;
  return node === undefined || !(isEntry(node) || isEnd(node));
}

function titleOf(store: EditorStore, { id, title }: Command, { stepId }: CommandTarget): string {
  const { canvas } = store.getState();
  const annotation = stepId ? annotationById(canvas, stepId) : undefined;
  if (annotation && id === "open") return "Edit";
  if (annotation?.kind === "group" && id === "remove") return "Ungroup";
  const node = id === "disable" && stepId ? nodeById(canvas, stepId) : undefined;
  if (node === undefined) return title;
  return node.disabled ? "Enable" : "Disable";
}
