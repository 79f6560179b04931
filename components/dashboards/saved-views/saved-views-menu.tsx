"use client";
import { Bookmark, BookmarkPlus, Trash2 } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { problemMessage, type SavedView, useDeleteView, useSavedViews } from "#data";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover";
import { toast } from "#ui/toaster";
import { SaveViewForm } from "./save-view-form.tsx";

/** Ranges and filters of the page under a name, for oneself or for everyone; they live in the address. */
export function SavedViewsMenu() {
  const path = usePathname();
  const query = useSearchParams().toString();
  const views = useSavedViews(path).data ?? [];
  const current = views.find((view) => view.query === query);
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="outline">
          <Bookmark aria-hidden /> {current?.name ?? "Views"}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="grid w-72 gap-3 p-3" aria-label="Saved views">
        {views.length === 0 ? (
          <p className="text-muted-foreground text-ui">No views yet. Set filters, then save them under a name.</p>
        ) : (
          <ul aria-label="Saved views" className="grid max-h-64 gap-0.5 overflow-y-auto">
            {views.map((view) => (
              <ViewLine key={view.id} view={view} isCurrent={view === current} onOpen={() => setOpen(false)} />
            ))}
          </ul>
        )}
        <div className="grid gap-2 border-t pt-3">
          <p className="flex items-center gap-1.5 font-medium text-ui">
            <BookmarkPlus aria-hidden className="size-4" /> Save this view
          </p>
          <SaveViewForm path={path} query={query} onSaved={() => setOpen(false)} />
        </div>
      </PopoverContent>
    </Popover>
  );
}

type ViewLineProps = { view: SavedView; isCurrent: boolean; onOpen: () => void };

function ViewLine({ view, isCurrent, onOpen }: ViewLineProps) {
  const remove = useDeleteView(view.path);
  return (
    <li className="flex items-center gap-1">
      <Link
        href={view.query === "" ? view.path : `${view.path}?${view.query}`}
        onClick={onOpen}
        aria-current={isCurrent ? "page" : undefined}
        className="flex min-w-0 flex-1 items-baseline gap-2 rounded-md px-2 py-1.5 text-ui hover:bg-accent aria-[current=page]:font-medium"
      >
        <span className="truncate">{view.name}</span>
        <span className="ml-auto shrink-0 text-muted-foreground text-xs">{view.isShared ? "everyone" : "only me"}</span>
      </Link>
      {view.mayDelete ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={`Delete the view ${view.name}`}
          busy={remove.isPending}
          onClick={() => remove.mutate(view.id, { onError: (error) => toast.error(problemMessage(error)) })}
        >
          {remove.isPending ? null : <Trash2 aria-hidden />}
        </Button>
      ) : null}
    </li>
  );
}
