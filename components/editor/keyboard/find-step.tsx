"use client";

import { Group, StickyNote } from "lucide-react";
import { useState } from "react";
import { type JourneyNode, labelOf } from "#journey";
import { focusFirst, ranked } from "#shell";
import { CommandDialog, CommandEmpty, CommandInput, CommandItem, CommandList } from "#ui/command";
import { annotationById, annotationsOf, titleOf } from "../document/annotations.ts";
import { stepKinds } from "../nodes/step-kinds.ts";
import { summaryOf } from "../nodes/words.ts";
import { useLibrary } from "../state/catalog.tsx";
import { useEditor, useEditorStore } from "../state/context.tsx";
import { placeOfStep } from "../state/places.ts";
import type { EditorStore } from "../state/store.ts";

/** Finds a step by its label, its name or what it does, and notes and groups, also what is not in view. */
export function FindStep({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <CommandDialog
      open={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Find a step"
      description="By its label, its name or what it does"
    >
      {isOpen ? <Steps onClose={onClose} /> : null}
    </CommandDialog>
  );
}

function Steps({ onClose }: { onClose: () => void }) {
  const nodes = useEditor((state) => state.canvas.nodes);
  const { contentNames } = useLibrary();
  const store = useEditorStore();
  const [text, setText] = useState("");
  const summary = (node: JourneyNode) => summaryOf(node, node.contentId ? contentNames.get(node.contentId) : undefined);
  const found = ranked(nodes, text, (node) => ({
    title: labelOf(node),
    words: `${node.name} ${stepKinds[node.type].title} ${summary(node)}`,
  }));
  const annotations = useEditor((state) => annotationsOf(state.canvas));
  const besides = ranked(annotations, text, (one) => ({
    title: titleOf(one),
    words: one.kind === "note" ? `note ${one.text}` : "group",
  }));
  const pick = (id: string) => {
    onClose();
    goToStep(store, id);
  };
  return (
    <>
      <CommandInput placeholder="Find a step…" aria-label="Find a step" value={text} onValueChange={setText} />
      <CommandList>
        <CommandEmpty>No such step.</CommandEmpty>
        {found.slice(0, 50).map((node) => {
          const Icon = stepKinds[node.type].icon(node.config);
          return (
            <CommandItem key={node.id} value={node.id} onSelect={() => pick(node.id)}>
              <Icon aria-hidden />
              <span className="truncate">{labelOf(node)}</span>
              <span className="ml-auto max-w-52 truncate pl-3 text-muted-foreground text-xs">{summary(node)}</span>
            </CommandItem>
          );
        })}
        {besides.slice(0, 50).map((one) => (
          <CommandItem key={one.id} value={one.id} onSelect={() => pick(one.id)}>
            {one.kind === "note" ? <StickyNote aria-hidden /> : <Group aria-hidden />}
            <span className="truncate">{titleOf(one)}</span>
            <span className="ml-auto pl-3 text-muted-foreground text-xs">{one.kind === "note" ? "Note" : "Group"}</span>
          </CommandItem>
        ))}
      </CommandList>
    </>
  );
}

const FRAMES_TO_STAY = 8;

/** Selects a step, a note or a group, brings it into view and focuses it; it may take some frames until it is drawn. */
export function goToStep(store: EditorStore, id: string): void {
  const { canvas, select, focus, jumpTo, opened, open } = store.getState();
  if (annotationById(canvas, id)) focus(id);
  else jumpTo({ nodeId: id, edgeId: null, field: null });
  if (opened === null) open(null);
  else if (annotationById(canvas, id)) open({ kind: "annotation", id });
  select({ nodes: new Set([id]), edges: new Set() });
  const until = performance.now() + 1_000;
  let frames = 0;
  const tryFocus = () => {
    // The dialog gives the focus back a moment after it is gone.
    frames = focusFirst(placeOfStep(id)) ? frames + 1 : 0;
    if (frames < FRAMES_TO_STAY && performance.now() < until) requestAnimationFrame(tryFocus);
  };
  requestAnimationFrame(() => requestAnimationFrame(tryFocus));
}
