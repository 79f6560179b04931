"use client";
import { type Content, type ContentUse, problemMessage, useContentUses } from "#data";
import { Notice } from "#shell";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "#ui/dialog";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";

type UsesDialogProps = { item: Content; open: boolean; onClose: () => void };

const ADDRESSES: Readonly<Record<ContentUse["kind"], (id: string) => string>> = {
  journey: (id) => `/journeys/${id}`,
  offer: () => "/decisions",
  content: (id) => `/content/${id}`,
};

/** Where an item is used, with links. */
export function UsesDialog({ item, open, onClose }: UsesDialogProps) {
  const { data: uses, error } = useContentUses(item.id, open);
  return (
    <Dialog open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Where “{item.name}” is used</DialogTitle>
          <DialogDescription>Drafts, and versions that are published or that people are in.</DialogDescription>
        </DialogHeader>
        {error ? <Notice tone="destructive">{problemMessage(error)}</Notice> : null}
        {!uses && !error ? <Skeleton className="h-16" /> : null}
        {uses?.length === 0 ? <p className="text-muted-foreground text-ui">It is used nowhere.</p> : null}
        <ul className="grid max-h-96 gap-1 overflow-y-auto">
          {uses?.map(({ kind, id, name, detail }) => (
            <li key={`${kind} ${id}`} className="flex items-baseline justify-between gap-3 text-ui">
              <Link href={ADDRESSES[kind](id)} className="truncate text-primary-ink underline-offset-4 hover:underline">
                {name}
              </Link>
              <span className="shrink-0 text-muted-foreground text-xs">{detail ?? kind}</span>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
