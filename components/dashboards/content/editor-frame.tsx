"use client";
import type { ReactNode } from "react";
import type { Content } from "#data";
import { EditorHeader } from "./editor-header.tsx";
import { UnsavedDialog } from "./unsaved-dialog.tsx";
import type { EditedContent } from "./use-content-draft.ts";
import { useUnsavedGuard } from "./use-unsaved-guard.ts";

type EditorFrameProps = {
  item: Content;
  edited: EditedContent;
  /** Saves, if something is to be checked before. */
  onSave?: () => Promise<boolean>;
  children: ReactNode;
};

/** Around the editor of any content: its name, saving, and the question before unsaved changes are left behind. */
export function EditorFrame({ item, edited, onSave = edited.save, children }: EditorFrameProps) {
  const { draft, dirty, saving, refused, change } = edited;
  const guard = useUnsavedGuard(dirty);
  return (
    <div className="flex min-h-full flex-col">
      <EditorHeader
        item={item}
        draft={draft}
        dirty={dirty}
        saving={saving}
        refused={refused}
        onChange={change}
        onSave={onSave}
      />
      {children}
      <UnsavedDialog href={guard.heldHref} busy={saving} onStay={guard.stay} onSave={onSave} />
    </div>
  );
}
