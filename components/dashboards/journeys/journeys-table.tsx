"use client";
import type { Journey } from "#data";
import { Ago, formatNumber } from "#shell";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { JourneyMenu } from "../lifecycle/journey-menu.tsx";
import { SourceBadge } from "./source-badge.tsx";
import { StatusBadge } from "./status-badge.tsx";

export function JourneysTable({ journeys }: { journeys: Journey[] }) {
  return (
    <Table>
      <TableCaption>Journeys, most recently changed first</TableCaption>
      <TableHeader>
        <TableRow className="hover:bg-transparent">
          <TableHead>Name</TableHead>
          <TableHead>Status</TableHead>
          <TableHead className="hidden text-right sm:table-cell">Active</TableHead>
          <TableHead className="hidden text-right sm:table-cell">Enrolled</TableHead>
          <TableHead className="hidden text-right lg:table-cell">Steps</TableHead>
          <TableHead className="hidden md:table-cell">Changed</TableHead>
          <TableHead className="w-10">
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {journeys.map((journey) => (
          <JourneyRow key={journey.id} journey={journey} />
        ))}
      </TableBody>
    </Table>
  );
}

function JourneyRow({ journey }: { journey: Journey }) {
  const { active, enrollments, nodes } = journey._count;
  return (
    <TableRow className="group relative">
      <TableCell className="h-14 w-full max-w-0">
        <Link
          href={`/journeys/${journey.id}`}
          className="block truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
        >
          {journey.name}
        </Link>
        <p className="truncate text-muted-foreground text-xs">
          <span className="sm:hidden">
            {formatNumber(active)} active{journey.description ? " · " : ""}
          </span>
          {journey.description}
        </p>
      </TableCell>
      <TableCell>
        <span className="flex items-center gap-1.5">
          <StatusBadge journey={journey} />
          <SourceBadge source={journey.source} className="hidden lg:inline-flex" />
        </span>
      </TableCell>
      <TableCell className="hidden text-right sm:table-cell">{formatNumber(active)}</TableCell>
      <TableCell className="hidden text-right text-muted-foreground sm:table-cell">
        {formatNumber(enrollments)}
      </TableCell>
      <TableCell className="hidden text-right text-muted-foreground lg:table-cell">{formatNumber(nodes)}</TableCell>
      <TableCell className="hidden whitespace-nowrap text-muted-foreground md:table-cell">
        <Ago at={journey.updatedAt} />
      </TableCell>
      <TableCell className="relative text-right">
        <JourneyMenu journey={journey} place="list" />
      </TableCell>
    </TableRow>
  );
}
