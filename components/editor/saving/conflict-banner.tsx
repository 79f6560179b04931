"use client";

import { GitMerge } from "lucide-react";
import type { Choice, Conflict, MergeConflict } from "#drafts";
import { Button } from "#ui/button";

type ConflictBannerProps = {
  conflict: Conflict;
  /** Another tab of the same person saved. */
  isOwn: boolean;
  onChoose: (choice: Choice) => void;
};

/** Both changed the same: shows what, and the choices. Nothing is lost until one is made. */
export function ConflictBanner({ conflict, isOwn, onChoose }: ConflictBannerProps) {
  const { conflicts } = conflict.merge;
  const theirs = isOwn ? "Take the other tab’s" : "Take theirs";
  return (
    <section
      role="alert"
      aria-label="Conflict"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-warning-soft px-4 py-2.5 text-warning-ink"
    >
      <GitMerge className="size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 text-ui">
        <p className="font-medium">{whoSaved(isOwn)} while you were editing it here.</p>
        <p>{`Both changed ${list(conflicts)}.`}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" onClick={() => onChoose("both")}>
          Merge, {isOwn ? "this tab" : "mine"} first
        </Button>
        <Button variant="outline" onClick={() => onChoose("theirs")}>
          {theirs}
        </Button>
        <Button variant="outline" onClick={() => onChoose("mine")}>
          Overwrite with {isOwn ? "this tab’s" : "mine"}
        </Button>
      </div>
    </section>
  );
}

/** The beginning of a sentence about a save that was not made here. */
export const whoSaved = (isOwn: boolean): string =>
  isOwn ? "Another tab of yours saved this journey" : "Somebody else saved this journey";

function list(conflicts: readonly MergeConflict[]): string {
  const names = [...new Set(conflicts.map((conflict) => `“${conflict.name}”`))];
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}
