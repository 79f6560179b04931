"use client";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { DialogFooter } from "#ui/dialog";
import { CodeBlock } from "../copy-field.tsx";

/** New backup codes, shown once. */
export function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Notice tone="warning">
        Keep these codes where you find them without your phone. Each one works once. They will not be shown again.
      </Notice>
      <CodeBlock label="the backup codes" code={codes.join("\n")} />
      <DialogFooter>
        <Button onClick={onClose}>I have kept them</Button>
      </DialogFooter>
    </div>
  );
}
