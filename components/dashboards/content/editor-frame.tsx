"use client";
import type { ReactNode } from "react";
import type { Content } from "#data";
import { Notice } from "#shell";
import { EditorHeader } from "./editor-header.tsx";
import type { EditedContent } from "./use-content-draft.ts";
import { useUnsavedGuard } from "./use-unsaved-guard.ts";

type EditorFrameProps = {
  item: Content;
  edited: EditedContent;
  /** Inside of a drawer, without the way back to all content. */
  isDrawer?: boolean;
  /** What is wrong outside of the draft, so that it is not published. */
  isBlocked?: boolean;
  actions?: ReactNode;
  children: ReactNode;
};

/** Around the editor of any content: its name, its draft, publishing. */
export function EditorFrame({ item, edited, isDrawer, isBlocked, actions, children }: EditorFrameProps) {
  useUnsavedGuard(edited.state !== "saved");
  const others = Object.entries(edited.refused).filter(([field]) => !SHOWN_AT_THEIR_FIELD.has(field));
  return (
    <div className="flex min-h-full flex-col">
      <EditorHeader item={item} edited={edited} isDrawer={isDrawer ?? false} isBlocked={isBlocked ?? false}>
        {actions}
      </EditorHeader>
      {edited.isBehind ? (
        <div className="px-4 pt-4 sm:px-6">
          <Notice>
            Revision {item.revision} was published after this draft began. Publishing replaces it; discard the draft to
            begin with it.
          </Notice>
        </div>
      ) : null}
      {others.length > 0 ? (
        <div className="px-4 pt-4 sm:px-6">
          <Notice tone="destructive">
            <ul className="grid gap-1">
              {others.map(([field, message]) => (
                <li key={field}>
                  <code className="font-mono text-xs">{field}</code> {message}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      {children}
    </div>
  );
}

const SHOWN_AT_THEIR_FIELD = new Set(["name", "subject", "html", "text", "onEmpty", "slug"]);
