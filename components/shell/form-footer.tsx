import type { ReactNode } from "react";
import { Button } from "#ui/button";
import { DialogFooter } from "#ui/dialog";
import { Notice } from "./notice.tsx";

type FormFooterProps = {
  /** What the server said against the whole form. */
  failure: string | null;
  busy: boolean;
  disabled?: boolean;
  onCancel: () => void;
  /** What the button that submits is called. */
  children: ReactNode;
};

/** The end of a form in a dialog: what went wrong, leaving it, and sending it. */
export function FormFooter({ failure, busy, disabled = false, onCancel, children }: FormFooterProps) {
  return (
    <>
      {failure ? <Notice tone="destructive">{failure}</Notice> : null}
      <DialogFooter>
        <Button variant="outline" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" busy={busy} disabled={disabled}>
          {children}
        </Button>
      </DialogFooter>
    </>
  );
}
