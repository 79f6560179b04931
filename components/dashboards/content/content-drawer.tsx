"use client";
import { problemMessage, useContent, useContentDraftOf } from "#data";
import { Notice } from "#shell";
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "#ui/sheet";
import { Skeleton } from "#ui/skeleton";
import { contentLabel } from "#words";
import { editorFor } from "./content-editor-page.tsx";

type ContentDrawerProps = {
  /** Null: the drawer is closed. */
  contentId: string | null;
  onClose: () => void;
};

/** The editor of a content item over the page that uses it. */
export function ContentDrawer({ contentId, onClose }: ContentDrawerProps) {
  const type = useContent(contentId ?? "", contentId !== null).data?.type;
  return (
    <Sheet open={contentId !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      <SheetContent className="gap-0 sm:max-w-[min(72rem,94vw)]">
        <SheetHeader>
          <SheetTitle>Edit the {type ? contentLabel(type).toLowerCase() : "content"}</SheetTitle>
          <SheetDescription>The draft saves itself. People get it once you publish it.</SheetDescription>
        </SheetHeader>
        <div className="min-h-0 flex-1 overflow-y-auto">{contentId ? <Loaded contentId={contentId} /> : null}</div>
      </SheetContent>
    </Sheet>
  );
}

function Loaded({ contentId }: { contentId: string }) {
  const item = useContent(contentId);
  const draft = useContentDraftOf(contentId);
  const error = item.error ?? draft.error;
  if (error && !item.data)
    return (
      <div className="p-5">
        <Notice tone="destructive">{problemMessage(error)}</Notice>
      </div>
    );
  if (!item.data || draft.data === undefined) return <Skeleton className="m-5 h-96" />;
  const Editor = editorFor(item.data.type);
  return <Editor key={`${contentId} ${draft.dataUpdatedAt}`} item={item.data} stored={draft.data} isDrawer />;
}
