"use client";
import { Pencil, Trash2, UserPlus, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsInteger, useQueryState } from "nuqs";
import { useState } from "react";
import {
  problemMessage,
  type Segment,
  useCanEdit,
  useChangeMembers,
  useDeleteSegment,
  useSegment,
  useSegmentMembers,
} from "#data";
import {
  BackLink,
  EmptyState,
  LoadingPage,
  loadedOnUse,
  Notice,
  Page,
  PageError,
  Pager,
  peopleCount,
  Question,
} from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover";
import { Skeleton } from "#ui/skeleton";
import { toast } from "#ui/toaster";
import { PeopleTable } from "../people/people-table.tsx";
import { PeopleCommand } from "../people/person-picker.tsx";

/** It writes the condition as CEL, by the engine's own code. */
const SegmentDefinition = loadedOnUse(
  async () => (await import("./segment-definition.tsx")).SegmentDefinition,
  () => true,
  <Skeleton className="h-40" />,
);
const SegmentDialog = loadedOnUse(
  async () => (await import("./segment-dialog.tsx")).SegmentDialog,
  ({ open }) => open,
);

export function SegmentPage({ segmentId }: { segmentId: string }) {
  const { data: segment, error, refetch } = useSegment(segmentId);
  const canEdit = useCanEdit();
  if (error && !segment)
    return <PageError error={error} onRetry={refetch} back={{ href: "/segments", label: "All segments" }} />;
  if (!segment) return <LoadingPage title="Segment" />;
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-2">
          {segment.name} <Badge variant="outline">{segment.kind === "rules" ? "Rules" : "List"}</Badge>
        </span>
      }
      description={segment.description ?? undefined}
      back={<BackLink href="/segments">All segments</BackLink>}
      actions={canEdit ? <Actions segment={segment} /> : null}
    >
      <SegmentDefinition segment={segment} />
      <Members segment={segment} />
    </Page>
  );
}

function Actions({ segment }: { segment: Segment }) {
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const remove = useDeleteSegment();
  const router = useRouter();
  return (
    <>
      {segment.kind === "static" ? <AddMember segmentId={segment.id} /> : null}
      <Button variant="outline" onClick={() => setEditing(true)}>
        <Pencil aria-hidden /> Edit
      </Button>
      <Button variant="outline" size="icon" aria-label="Delete the segment" onClick={() => setDeleting(true)}>
        <Trash2 />
      </Button>
      <SegmentDialog segment={segment} open={editing} onOpenChange={setEditing} />
      <AlertDialog open={deleting} onOpenChange={setDeleting}>
        <AlertDialogContent>
          <Question
            title={`Delete “${segment.name}”?`}
            text={`${peopleCount(segment._count.members)} will no longer be in it; the people stay. Journeys that check it will treat everyone as outside.`}
            confirm="Delete segment"
            destructive
            busy={remove.isPending}
            onConfirm={() => remove.mutate(segment.id, { onSuccess: () => router.push("/segments") })}
          />
          {remove.error ? <Notice tone="destructive">{problemMessage(remove.error)}</Notice> : null}
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}

function AddMember({ segmentId }: { segmentId: string }) {
  const change = useChangeMembers(segmentId);
  const add = (id: string) =>
    change.mutate(
      { add: [id] },
      { onSuccess: () => toast.success("Added."), onError: (error) => toast.error(problemMessage(error)) },
    );
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button>
          <UserPlus aria-hidden /> Add people
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Add people" className="p-0">
        <PeopleCommand label="Find a person to add" onPick={add} />
      </PopoverContent>
    </Popover>
  );
}

function Members({ segment }: { segment: Segment }) {
  const [page, setPage] = useQueryState("page", parseAsInteger.withDefault(1));
  const members = useSegmentMembers(segment.id, { page, limit: 25 });
  const rows = members.data?.data;
  if (members.error) return <PageError error={members.error} onRetry={members.refetch} />;
  if (!rows) return <Skeleton className="h-64" />;
  const text =
    segment.kind === "rules"
      ? "Nobody meets the rules right now. A new segment takes a moment to fill."
      : "Add people here, over the API, or by a step of a journey.";
  return (
    <section aria-label="People in this segment" className="grid grid-cols-1 gap-3">
      {rows.length > 0 ? (
        <PeopleTable people={rows} />
      ) : (
        <EmptyState icon={Users} title="Nobody is in it" text={text} />
      )}
      <Pager meta={members.data?.meta} noun={["person", "people"]} onPage={setPage} />
    </section>
  );
}
