"use client";
import { Layers, Plus } from "lucide-react";
import { parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { type Segment, useCanEdit, useSegments } from "#data";
import { Ago, EmptyState, formatNumber, loadedOnUse, Page, PageError, Pager, SearchInput } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

const SegmentDialog = loadedOnUse(
  async () => (await import("./segment-dialog.tsx")).SegmentDialog,
  ({ open }) => open,
);

export function SegmentsPage() {
  const [{ page, search, new: creating }, setFilters] = useQueryStates({
    page: parseAsInteger.withDefault(1),
    search: parseAsString.withDefault(""),
    new: parseAsBoolean.withDefault(false),
  });
  const canEdit = useCanEdit();
  const segments = useSegments({ page, limit: 25, search });
  const rows = segments.data?.data;
  const create = canEdit ? (
    <Button onClick={() => setFilters({ new: true })}>
      <Plus aria-hidden /> New segment
    </Button>
  ) : null;
  return (
    <Page
      title="Segments"
      description="Groups of people: lists kept by hand, or rules that keep themselves up to date."
      actions={create}
    >
      <SearchInput
        label="Search segments"
        value={search}
        onSearch={(text) => setFilters({ search: text || null, page: null })}
      />
      {segments.error ? <PageError error={segments.error} onRetry={segments.refetch} /> : null}
      {!rows && !segments.error ? <Skeleton className="h-64" /> : null}
      {rows && rows.length > 0 ? <SegmentsTable segments={rows} /> : null}
      {rows?.length === 0 ? (
        <EmptyState
          icon={Layers}
          title={search ? "No segment matches" : "No segments yet"}
          text={
            search
              ? "Try another word."
              : "A segment can be the audience of a journey, a condition inside one, or a list to enroll at once."
          }
          action={search ? null : create}
        />
      ) : null}
      <Pager meta={segments.data?.meta} noun={["segment", "segments"]} onPage={(next) => setFilters({ page: next })} />
      <SegmentDialog open={creating} onOpenChange={(open) => setFilters({ new: open || null })} />
    </Page>
  );
}

function SegmentsTable({ segments }: { segments: Segment[] }) {
  return (
    <Table>
      <TableCaption>Segments, most recently changed first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Name</TableHead>
          <TableHead>Kind</TableHead>
          <TableHead className="text-right">People</TableHead>
          <TableHead className="hidden md:table-cell">Key</TableHead>
          <TableHead className="hidden sm:table-cell">Changed</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {segments.map((segment) => (
          <TableRow key={segment.id} className="relative">
            <TableCell className="h-12 w-full max-w-0">
              <Link
                href={`/segments/${segment.id}`}
                className="block truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
              >
                {segment.name}
              </Link>
              {segment.description ? (
                <p className="truncate text-muted-foreground text-xs">{segment.description}</p>
              ) : null}
            </TableCell>
            <TableCell>
              <Badge variant="outline">{segment.kind === "rules" ? "Rules" : "List"}</Badge>
            </TableCell>
            <TableCell className="text-right">{formatNumber(segment._count.members)}</TableCell>
            <TableCell className="hidden max-w-48 truncate font-mono text-muted-foreground text-xs md:table-cell">
              {segment.key}
            </TableCell>
            <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
              <Ago at={segment.updatedAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
