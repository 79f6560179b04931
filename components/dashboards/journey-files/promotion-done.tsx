"use client";
import { problemMessage, type TakenBundle, useSwitchWorkspace } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { DialogFooter } from "#ui/dialog";
import type { Target } from "./target-field.tsx";

type DoneProps = { readonly taken: TakenBundle; readonly target: Target; readonly close: () => void };

/** The journey is a draft there now; what it still needs there, and the way to it. */
export function PromotionDone({ taken: { journey, warnings }, target, close }: DoneProps) {
  const change = useSwitchWorkspace();
  const open = () =>
    // The whole page is loaded again, as everything in it is of this workspace.
    change.mutate(target.id, { onSuccess: () => window.location.assign(`/journeys/${journey?.id ?? ""}`) });
  return (
    <>
      <Notice>
        <p>It is a draft in {target.name} now. Look at it there, and publish it.</p>
      </Notice>
      {warnings.length === 0 ? null : (
        <Notice tone="warning">
          <p className="font-medium">Before it can be published there:</p>
          <ul className="mt-1 grid max-h-48 list-disc gap-0.5 overflow-y-auto pl-4">
            {warnings.map(({ pointer, message }) => (
              <li key={`${pointer} ${message}`}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {change.error ? <Notice tone="destructive">{problemMessage(change.error)}</Notice> : null}
      <DialogFooter>
        <Button variant="outline" onClick={close}>
          Stay here
        </Button>
        <Button busy={change.isPending} onClick={open}>
          Open it in {target.name}
        </Button>
      </DialogFooter>
    </>
  );
}
