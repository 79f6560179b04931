"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import type { Overview, OverviewJourney } from "#data";
import { cn } from "#ui/cn";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { StatusBadge } from "../journeys/status-badge.tsx";
import { OVERVIEW_COLUMNS, type OverviewSort } from "./columns.ts";
import { SparkLine } from "./spark-line.tsx";

type Order = "asc" | "desc";
type OverviewTableProps = {
  overview: Overview;
  sort: OverviewSort;
  order: Order | null;
  days: number;
  onSort: (sort: OverviewSort) => void;
};

export function OverviewTable({ overview, sort, order, days, onSort }: OverviewTableProps) {
  const usual: Order = sort === "name" ? "asc" : "desc";
  const heading = { sort, order: order ?? usual, onSort };
  return (
    <Table>
      <TableCaption>The figures of every journey</TableCaption>
      <TableHeader>
        <TableRow className="hover:bg-transparent">
          <SortHead own="name" {...heading}>
            Journey
          </SortHead>
          <TableHead className="hidden sm:table-cell">Status</TableHead>
          <TableHead className="hidden md:table-cell">Entered in {days} days</TableHead>
          {OVERVIEW_COLUMNS.map(({ sort: own, label, wide }) => (
            <SortHead key={own} own={own} className={columnClass(wide)} {...heading}>
              {label}
            </SortHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {overview.data.map((journey) => (
          <Row key={journey.id} journey={journey} days={days} />
        ))}
      </TableBody>
    </Table>
  );
}

const columnClass = (wide: boolean) => cn("text-right", wide && "hidden lg:table-cell");

type SortHeadProps = {
  own: OverviewSort;
  sort: OverviewSort;
  order: Order;
  onSort: (sort: OverviewSort) => void;
  className?: string;
  children: ReactNode;
};

function SortHead({ own, sort, order, onSort, className, children }: SortHeadProps) {
  const isSorted = own === sort;
  const Arrow = order === "asc" ? ArrowUp : ArrowDown;
  return (
    <TableHead
      className={cn("px-1", className)}
      aria-sort={isSorted ? (order === "asc" ? "ascending" : "descending") : undefined}
    >
      <button
        type="button"
        onClick={() => onSort(own)}
        className="inline-flex h-7 items-center gap-1 rounded-sm px-2 hover:bg-accent hover:text-foreground"
      >
        {children}
        {isSorted ? <Arrow aria-hidden className="size-3" /> : null}
      </button>
    </TableHead>
  );
}

function Row({ journey, days }: { journey: OverviewJourney; days: number }) {
  const status = { status: journey.status, pauseMode: null };
  return (
    <TableRow className="relative">
      <TableHead scope="row" className="h-12 w-full min-w-32 max-w-0 font-normal text-ui">
        <Link
          href={`/journeys/${journey.id}/enrollments`}
          className="block truncate rounded-sm font-medium text-foreground after:absolute after:inset-0 after:content-['']"
        >
          {journey.name}
        </Link>
      </TableHead>
      <TableCell className="hidden sm:table-cell">
        <StatusBadge journey={status} />
      </TableCell>
      <TableCell className="hidden md:table-cell">
        <SparkLine journeyId={journey.id} days={days} />
      </TableCell>
      {OVERVIEW_COLUMNS.map(({ sort, wide, text }) => (
        <TableCell key={sort} className={cn("tabular", columnClass(wide))} data-figure={sort}>
          {text(journey)}
        </TableCell>
      ))}
    </TableRow>
  );
}
