"use client";
import { type Content, problemMessage, useCanEdit, useContentVersions, useRestoreContent } from "#data";
import { Moment, Notice } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "#ui/sheet";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";

type VersionsSheetProps = { item: Content; open: boolean; onClose: () => void };

/** The published versions of an item; each can be put into the draft again. */
export function VersionsSheet({ item, open, onClose }: VersionsSheetProps) {
  const { data: versions, error } = useContentVersions(item.id, open);
  const restore = useRestoreContent(item.id);
  const canEdit = useCanEdit();
  const putBack = async (revision: number) => {
    try {
      await restore.mutateAsync(revision);
      toast.success(`Revision ${revision} is in the draft.`);
      onClose();
    } catch (problem) {
      toast.error(problemMessage(problem));
    }
  };
  return (
    <Sheet open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <SheetContent>
        <SheetHeader>
          <SheetTitle>Versions</SheetTitle>
          <SheetDescription>Messages that were queued keep the version that they were queued with.</SheetDescription>
        </SheetHeader>
        <SheetBody>
          {error ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
          {!versions && !error ? <Skeleton className="h-40" /> : null}
          <ol aria-label="Versions" className="divide-y">
            {versions?.map(({ revision, subject, name, isPublished, publishedAt }) => (
              <li key={revision} className="flex items-center gap-3 py-2.5">
                <div className="min-w-0 flex-1">
                  <p className="flex items-center gap-2 font-medium text-ui">
                    Revision {revision} {isPublished ? <Badge variant="outline">Published</Badge> : null}
                  </p>
                  <p className="truncate text-muted-foreground text-xs">
                    {publishedAt ? <Moment at={publishedAt} /> : null} {subject || name}
                  </p>
                </div>
                {canEdit && !isPublished ? (
                  <Button
                    variant="outline"
                    size="sm"
                    aria-label={`Restore revision ${revision}`}
                    onClick={() => void putBack(revision)}
                  >
                    Restore
                  </Button>
                ) : null}
              </li>
            ))}
          </ol>
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}
