"use client";

import { GitMerge } from "lucide-react";
import type { Choice, Conflict, MergeConflict } from "#drafts";
import { readableName } from "#journey";
import { Button } from "#ui/button";

/** Another user saved first: shows the differences and the choices. Nothing is lost until one is made. */
export function ConflictBanner({ conflict, onChoose }: { conflict: Conflict; onChoose: (choice: Choice) => void }) {
  const { conflicts } = conflict.merge;
  const isDisjoint = conflicts.length === 0;
  return (
    <section
      role="alert"
      aria-label="Conflict"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-warning-soft px-4 py-2.5 text-warning-ink"
    >
      <GitMerge className="size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 text-ui">
        <p className="font-medium">Somebody else saved this journey while you were editing it.</p>
        <p>
          {isDisjoint ? "You changed different steps, so both can be kept." : `You both changed ${list(conflicts)}.`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant={isDisjoint ? "default" : "outline"} onClick={() => onChoose("both")}>
          {isDisjoint ? "Keep both" : "Merge, mine first"}
        </Button>
        <Button variant="outline" onClick={() => onChoose("theirs")}>
          Take theirs
        </Button>
        <Button variant="outline" onClick={() => onChoose("mine")}>
          Overwrite with mine
        </Button>
      </div>
    </section>
  );
}

function list(conflicts: readonly MergeConflict[]): string {
  const names = [...new Set(conflicts.map((conflict) => `“${readableName(conflict.name)}”`))];
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}
