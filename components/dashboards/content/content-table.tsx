"use client";
import { MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { type Content, problemMessage, useCanEdit, useDeleteContent } from "#data";
import { Ago, Notice, Question } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { contentLabel } from "#words";

export function ContentTable({ content }: { content: Content[] }) {
  return (
    <Table>
      <TableCaption>Content, most recently changed first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead>Type</TableHead>
          <TableHead className="hidden md:table-cell">Slug</TableHead>
          <TableHead className="hidden sm:table-cell">Changed</TableHead>
          <TableHead className="w-10">
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {content.map((item) => (
          <TableRow key={item.id} className="relative">
            <TableCell className="h-12 w-full max-w-0">
              <Link
                href={`/content/${item.id}`}
                className="block truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
              >
                {item.name}
              </Link>
              {item.subject ? <p className="truncate text-muted-foreground text-xs">{item.subject}</p> : null}
            </TableCell>
            <TableCell>
              <Badge variant="outline">{contentLabel(item.type)}</Badge>
            </TableCell>
            <TableCell className="hidden max-w-48 truncate font-mono text-muted-foreground text-xs md:table-cell">
              {item.slug}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
              <Ago at={item.updatedAt} />
            </TableCell>
            <TableCell className="relative text-right">
              <RowMenu item={item} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function RowMenu({ item }: { item: Content }) {
  const [asking, setAsking] = useState(false);
  const remove = useDeleteContent();
  if (!useCanEdit()) return null;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={`Actions for ${item.name}`}>
            <MoreHorizontal />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem variant="destructive" onSelect={() => setAsking(true)}>
            <Trash2 /> Delete…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <AlertDialog open={asking} onOpenChange={setAsking}>
        <AlertDialogContent>
          <Question
            title={`Delete “${item.name}”?`}
            text="Journeys that use it report a problem at that step until you choose other content. Messages already sent stay in Deliveries."
            confirm="Delete"
            destructive
            busy={remove.isPending}
            onConfirm={() => remove.mutate(item.id, { onSuccess: () => setAsking(false) })}
          />
          {remove.error ? <Notice tone="destructive">{problemMessage(remove.error)}</Notice> : null}
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
