"use client";

import { Check, CloudOff, Loader2, LogIn, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { type SaveState, SignInLink, useUnsaved } from "#drafts";
import { cn } from "#ui/cn";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

/** Whether the draft is saved; a click saves now. */
export function SaveChip({ journeyId, state, onSave }: { journeyId: string; state: SaveState; onSave: () => void }) {
  const isKept = useUnsaved().find((unsaved) => unsaved.journeyId === journeyId)?.isKept ?? true;
  const [icon, text, tone] = chip(state, isKept);
  return (
    <>
      <button
        type="button"
        onClick={onSave}
        data-save={state.kind}
        title="Changes are saved as you make them. Ctrl+S saves now."
        className={cn(
          "flex h-7 min-w-0 items-center gap-1.5 rounded-md px-2 text-xs transition-colors hover:bg-accent [&_svg]:size-3.5 [&_svg]:shrink-0",
          tone,
        )}
      >
        {icon}
        <span aria-live="polite" className="truncate">
          {text}
        </span>
      </button>
      {state.kind === "signed_out" ? <SignInLink>Sign in to save</SignInLink> : null}
    </>
  );
}

function chip(state: SaveState, isKept: boolean): [icon: ReactNode, text: string, tone: string] {
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
      return [
        <CloudOff key="icon" aria-hidden />,
        isKept ? "Offline: kept in this browser, not saved yet" : "Offline: not saved, keep this page open",
        "text-warning-ink",
      ];
    case "signed_out":
      return [<LogIn key="icon" aria-hidden />, "You were signed out: not saved yet", "text-warning-ink"];
    case "gone":
      return [<TriangleAlert key="icon" aria-hidden />, "Not saved: this journey was deleted", "text-destructive-ink"];
    case "failed":
      return [<TriangleAlert key="icon" aria-hidden />, `Not saved: ${state.message}`, "text-destructive-ink"];
    case "conflict":
      return [<TriangleAlert key="icon" aria-hidden />, "Not saved: somebody else saved first", "text-destructive-ink"];
  }
}
