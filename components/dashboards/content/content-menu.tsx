"use client";
import { Copy, History, MoreHorizontal, Search, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Content, problemMessage, useCanEdit, useDuplicateContent } from "#data";
import { loadedOnUse } from "#shell";
import { Button } from "#ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import { toast } from "#ui/toaster";
import type { EditedContent } from "./use-content-draft.ts";

const VersionsSheet = loadedOnUse(
  async () => (await import("./versions-sheet.tsx")).VersionsSheet,
  ({ open }) => open,
);
const UsesDialog = loadedOnUse(
  async () => (await import("./uses-dialog.tsx")).UsesDialog,
  ({ open }) => open,
);

/** Versions, where it is used, a copy, and throwing the draft away. */
export function ContentMenu({ item, edited }: { item: Content; edited: EditedContent }) {
  const [open, setOpen] = useState<"versions" | "uses" | null>(null);
  const router = useRouter();
  const duplicate = useDuplicateContent();
  const canEdit = useCanEdit();
  const copy = async () => {
    try {
      router.push(`/content/${(await duplicate.mutateAsync(item.id)).id}`);
    } catch (error) {
      toast.error(problemMessage(error));
    }
  };
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="outline" size="icon" aria-label="More actions">
            <MoreHorizontal />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setOpen("versions")}>
            <History /> Versions…
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setOpen("uses")}>
            <Search /> Where it is used…
          </DropdownMenuItem>
          {canEdit ? (
            <>
              <DropdownMenuItem onSelect={() => void copy()}>
                <Copy /> Duplicate
              </DropdownMenuItem>
              <DropdownMenuItem disabled={!edited.hasDraft} onSelect={() => void edited.discard()}>
                <Undo2 /> Discard the draft
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <VersionsSheet item={item} open={open === "versions"} onClose={() => setOpen(null)} />
      <UsesDialog item={item} open={open === "uses"} onClose={() => setOpen(null)} />
    </>
  );
}
