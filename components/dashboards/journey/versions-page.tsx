"use client";
import { GitCommitVertical } from "lucide-react";
import { type JourneyVersion, type Member, useMembers, useVersions } from "#data";
import { EmptyState, formatNumber, Moment, PageError } from "#shell";
import { Badge } from "#ui/badge";
import { Skeleton } from "#ui/skeleton";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { publisher } from "./publisher.ts";

/** What was published, when, and by whom. A version never changes; people stay on the one they entered. */
export function VersionsPage({ journeyId }: { journeyId: string }) {
  const versions = useVersions(journeyId);
  const members = useMembers().data ?? [];
  if (versions.error) return <PageError error={versions.error} onRetry={versions.refetch} />;
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-4 px-4 py-5 sm:px-6">
      <div>
        <h2 className="font-semibold text-base">Versions</h2>
        <p className="text-muted-foreground text-ui">
          Publishing freezes the draft as a version. Everybody stays on the version they entered.
        </p>
      </div>
      {!versions.data ? <Skeleton className="h-40" /> : null}
      {versions.data?.length === 0 ? (
        <EmptyState icon={GitCommitVertical} title="Nothing published yet" text="The first publish makes version 1." />
      ) : null}
      {versions.data && versions.data.length > 0 ? <VersionsTable versions={versions.data} members={members} /> : null}
    </div>
  );
}

function VersionsTable({ versions, members }: { versions: JourneyVersion[]; members: Member[] }) {
  return (
    <Table>
      <TableCaption>Versions of this journey, the newest first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Version</TableHead>
          <TableHead>Published</TableHead>
          <TableHead className="hidden sm:table-cell">By</TableHead>
          <TableHead className="text-right">Active</TableHead>
          <TableHead className="hidden text-right sm:table-cell">Enrolled</TableHead>
          <TableHead className="hidden text-right md:table-cell">Steps</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {versions.map(({ id, number, isCurrent, createdAt, publishedBy, _count }) => (
          <TableRow key={id}>
            <TableCell className="font-medium">
              <span className="flex items-center gap-2">
                {number}
                {isCurrent ? <Badge variant="success">Current</Badge> : null}
              </span>
            </TableCell>
            <TableCell>
              <Moment at={createdAt} />
            </TableCell>
            <TableCell className="hidden text-muted-foreground sm:table-cell">
              {publisher(publishedBy, members)}
            </TableCell>
            <TableCell className="text-right">{formatNumber(_count.active)}</TableCell>
            <TableCell className="hidden text-right text-muted-foreground sm:table-cell">
              {formatNumber(_count.enrollments)}
            </TableCell>
            <TableCell className="hidden text-right text-muted-foreground md:table-cell">
              {formatNumber(_count.nodes)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
