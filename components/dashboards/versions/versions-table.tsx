"use client";
import { GitCompareArrows, History, Pencil } from "lucide-react";
import type { JourneyVersion, Member } from "#data";
import { formatNumber, Moment } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { publisher } from "../journey/publisher.ts";
import { useCompared } from "./compare-section.tsx";

type VersionsTableProps = {
  journeyId: string;
  versions: JourneyVersion[];
  members: Member[];
  /** Absent for those who may not edit. */
  onLabel?: (version: JourneyVersion) => void;
  /** Absent if going back is not possible. */
  onRollBack?: (version: JourneyVersion) => void;
};

export function VersionsTable({ journeyId, versions, members, onRollBack, onLabel }: VersionsTableProps) {
  return (
    <Table>
      <TableCaption>Versions of this journey, newest first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Version</TableHead>
          <TableHead>Published</TableHead>
          <TableHead className="hidden sm:table-cell">By</TableHead>
          <TableHead className="text-right">Inside</TableHead>
          <TableHead className="hidden text-right sm:table-cell">Enrolled</TableHead>
          <TableHead className="hidden text-right md:table-cell">Steps</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {versions.map((version) => (
          <VersionRow
            key={version.id}
            journeyId={journeyId}
            version={version}
            members={members}
            {...(onRollBack ? { onRollBack } : {})}
            {...(onLabel ? { onLabel } : {})}
          />
        ))}
      </TableBody>
    </Table>
  );
}

type VersionRowProps = Pick<VersionsTableProps, "journeyId" | "members" | "onRollBack" | "onLabel"> & {
  version: JourneyVersion;
};

function VersionRow({ journeyId, version, members, onRollBack, onLabel }: VersionRowProps) {
  const { id, number, isCurrent, createdAt, publishedBy, people, _count } = version;
  const [, setCompared] = useCompared();
  const compare = () => {
    void setCompared({ from: id, to: null });
    requestAnimationFrame(() => document.getElementById("compare")?.scrollIntoView({ block: "start" }));
  };
  return (
    <TableRow>
      <TableCell className="font-medium">
        <span className="flex items-center gap-2">
          {number}
          {isCurrent ? <Badge variant="success">Current</Badge> : null}
          {version.name ? <span className="min-w-0 truncate">{version.name}</span> : null}
        </span>
        {version.note ? (
          <span className="block max-w-72 whitespace-normal font-normal text-muted-foreground text-xs">
            {version.note}
          </span>
        ) : null}
      </TableCell>
      <TableCell>
        <Moment at={createdAt} />
      </TableCell>
      <TableCell className="hidden text-muted-foreground sm:table-cell">{publisher(publishedBy, members)}</TableCell>
      <TableCell className="tabular text-right" data-people={people ?? _count.active}>
        <Link
          href={`/journeys/${journeyId}?view=live&version=${number}`}
          aria-label={`${formatNumber(people ?? _count.active)} inside version ${number}: show them live`}
          className="rounded-sm font-medium text-primary-ink underline-offset-4 hover:underline"
        >
          {formatNumber(people ?? _count.active)}
        </Link>
      </TableCell>
      <TableCell className="tabular hidden text-right text-muted-foreground sm:table-cell">
        {formatNumber(_count.enrollments)}
        <Moved version={version} />
      </TableCell>
      <TableCell className="tabular hidden text-right text-muted-foreground md:table-cell">
        {formatNumber(_count.nodes)}
      </TableCell>
      <TableCell className="text-right">
        <span className="inline-flex gap-1">
          {onLabel ? (
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Name version ${number}, or note why it was made`}
              title="Name and note"
              onClick={() => onLabel(version)}
            >
              <Pencil />
            </Button>
          ) : null}
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Compare version ${number} with the draft`}
            title="Compare with the draft"
            onClick={compare}
          >
            <GitCompareArrows />
          </Button>
          {onRollBack && !isCurrent ? (
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Go back to version ${number}`}
              title="Go back to this version"
              onClick={() => onRollBack(version)}
            >
              <History />
            </Button>
          ) : null}
        </span>
      </TableCell>
    </TableRow>
  );
}

/** Publishing may move people between versions; they are counted at their current version. */
function Moved({ version: { movedIn, movedOut } }: { version: JourneyVersion }) {
  return (
    <>
      {movedIn > 0 ? <span className="block text-xs">{formatNumber(movedIn)} moved in</span> : null}
      {movedOut > 0 ? <span className="block text-xs">{formatNumber(movedOut)} moved out</span> : null}
    </>
  );
}
