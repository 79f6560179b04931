"use client";
import { type Enrollment, personHint, personLabel, useJourney, useStats } from "#data";
import { Ago, formatMoney } from "#shell";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { exitWords } from "#words";
import { EnrollmentBadge } from "./status.tsx";

export function EnrollmentsTable({ journeyId, enrollments }: { journeyId: string; enrollments: Enrollment[] }) {
  const nodes = useJourney(journeyId).data?.nodes ?? [];
  // The numbers include steps of older versions, because people may still be there.
  const stats = useStats(journeyId).data;
  const counted = stats?.nodes ?? [];
  const hasValues = enrollments.some(({ value }) => value !== null);
  const names = new Map([
    ...counted.map(({ nodeId, name }): [string, string] => [nodeId, name]),
    ...nodes.map(({ id, name }): [string, string] => [id, name]),
  ]);
  return (
    <Table>
      <TableCaption>Enrollments, newest first</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Person</TableHead>
          <TableHead>Status</TableHead>
          <TableHead className="hidden md:table-cell">Step or reason</TableHead>
          {hasValues ? <TableHead className="text-right">Value</TableHead> : null}
          <TableHead className="hidden sm:table-cell">Entered</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {enrollments.map((enrollment) => (
          <TableRow key={enrollment.id} className="relative">
            <TableCell className="w-full max-w-0">
              <Link
                href={`/journeys/${journeyId}/enrollments/${enrollment.id}`}
                className="block truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
              >
                {personLabel(enrollment.endUser)}
              </Link>
              <p className="truncate text-muted-foreground text-xs">{personHint(enrollment.endUser)}</p>
            </TableCell>
            <TableCell>
              <EnrollmentBadge status={enrollment.status} exitReason={enrollment.exitReason} />
            </TableCell>
            <TableCell className="hidden max-w-56 truncate text-muted-foreground md:table-cell">
              {whereOrWhy(enrollment, names)}
            </TableCell>
            {hasValues ? (
              <TableCell className="tabular whitespace-nowrap text-right">
                {enrollment.value === null ? "–" : formatMoney(enrollment.value, stats?.currency ?? null)}
              </TableCell>
            ) : null}
            <TableCell className="hidden whitespace-nowrap text-muted-foreground sm:table-cell">
              <Ago at={enrollment.enrolledAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function whereOrWhy(enrollment: Enrollment, names: Map<string, string>): string {
  if (enrollment.exitReason) return exitWords(enrollment.exitReason);
  const node = enrollment.nodeId;
  return node ? `at ${names.get(node) ?? "a removed step"}` : "–";
}
