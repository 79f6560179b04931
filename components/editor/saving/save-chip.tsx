"use client";

import { Check, CloudOff, Loader2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#ui/cn";
import type { SaveState } from "./autosave.ts";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

/** Whether the draft is saved; a click saves now. */
export function SaveChip({ state, onSave }: { state: SaveState; onSave: () => void }) {
  const [icon, text, tone] = chip(state);
  return (
    <button
      type="button"
      onClick={onSave}
      data-save={state.kind}
      title="Changes are saved as you make them. Ctrl+S saves now."
      className={cn(
        "flex h-7 items-center gap-1.5 rounded-md px-2 text-xs transition-colors hover:bg-accent [&_svg]:size-3.5",
        tone,
      )}
    >
      {icon}
      <span aria-live="polite">{text}</span>
    </button>
  );
}

function chip(state: SaveState): [icon: ReactNode, text: string, tone: string] {
  switch (state.kind) {
    case "saved":
      return [
        <Check key="icon" aria-hidden />,
        state.at === null ? "Saved" : `Saved ${clock.format(state.at)}`,
        "text-muted-foreground",
      ];
    case "waiting":
    case "saving":
      return [<Loader2 key="icon" className="animate-spin" aria-hidden />, "Saving…", "text-muted-foreground"];
    case "offline":
      return [<CloudOff key="icon" aria-hidden />, "Offline: not saved, trying again", "text-warning-ink"];
    case "failed":
      return [<TriangleAlert key="icon" aria-hidden />, `Not saved: ${state.message}`, "text-destructive-ink"];
    case "conflict":
      return [<TriangleAlert key="icon" aria-hidden />, "Not saved: somebody else saved first", "text-destructive-ink"];
  }
}
