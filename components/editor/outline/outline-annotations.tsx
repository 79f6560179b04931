"use client";

import { Group, StickyNote } from "lucide-react";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { annotationsOf, titleOf } from "../document/annotations.ts";
import { openStep } from "../keyboard/steps-at.ts";
import { useRunCommand } from "../keyboard/use-commands.tsx";
import { useEditor, useEditorStore } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";

/** Notes and groups below the steps of the outline, and buttons for new ones. */
export function OutlineAnnotations() {
  const all = useEditor((state) => annotationsOf(state.canvas));
  const openedId = useEditor((state) => state.opened?.id ?? null);
  const current = useEditor((state) => state.focusedId);
  const { canEdit } = useJourneyInfo();
  const store = useEditorStore();
  const run = useRunCommand();
  return (
    <div className="mx-auto mt-3 grid max-w-2xl gap-2">
      {canEdit ? (
        <div className="flex flex-wrap gap-2">
          <Button variant="outline" onClick={() => run("note", { stepId: current })}>
            <StickyNote /> Add a note
          </Button>
          <Button variant="outline" disabled={current === null} onClick={() => run("group", { stepId: current })}>
            <Group /> Group the step
          </Button>
        </div>
      ) : null}
      {all.length === 0 ? null : (
        <section aria-label="Notes and groups" className="grid gap-1.5">
          <h2 className="mt-2 font-medium text-muted-foreground text-xs">Notes and groups</h2>
          {all.map((one) => {
            const Icon = one.kind === "note" ? StickyNote : Group;
            return (
              <button
                key={one.id}
                type="button"
                data-annotation={one.id}
                onClick={() => openStep(store, one.id, one.kind === "note" ? "[data-note-text]" : "[data-label-field]")}
                className={cn(
                  "flex items-center gap-3 rounded-xl border bg-card px-3 py-2 text-left text-ui hover:border-input",
                  openedId === one.id && "border-primary",
                )}
              >
                <Icon className="size-4 shrink-0 text-muted-foreground" aria-hidden />
                <span className="min-w-0 flex-1 truncate">{titleOf(one)}</span>
                <span className="shrink-0 text-muted-foreground text-xs">{one.kind === "note" ? "Note" : "Group"}</span>
              </button>
            );
          })}
        </section>
      )}
    </div>
  );
}
