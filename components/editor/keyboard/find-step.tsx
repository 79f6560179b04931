"use client";

import { useState } from "react";
import { type JourneyNode, labelOf } from "#journey";
import { focusFirst, ranked } from "#shell";
import { CommandDialog, CommandEmpty, CommandInput, CommandItem, CommandList } from "#ui/command";
import { stepKinds } from "../nodes/step-kinds.ts";
import { summaryOf } from "../nodes/words.ts";
import { useLibrary } from "../state/catalog.tsx";
import { useEditor, useEditorStore } from "../state/context.tsx";
import { placeOfStep } from "../state/places.ts";
import type { EditorStore } from "../state/store.ts";

/** Finds a step by its label, its name or what it does, also one that is not in view. */
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
      </CommandList>
    </>
  );
}

/** Selects a step, brings it into view and focuses it; it may take some frames until it is drawn. */
export function goToStep(store: EditorStore, id: string): void {
  const { select, jumpTo, opened, open } = store.getState();
  jumpTo({ nodeId: id, edgeId: null, field: null });
  if (opened === null) open(null);
  select({ nodes: new Set([id]), edges: new Set() });
  const until = performance.now() + 1_000;
  const tryFocus = () => {
    if (!focusFirst(placeOfStep(id)) && performance.now() < until) requestAnimationFrame(tryFocus);
  };
  // The dialog gives the focus back first.
  requestAnimationFrame(() => requestAnimationFrame(tryFocus));
}
