"use client";
import type { StepTimes } from "#data";
import { Ago } from "#shell";
import { Link } from "#ui/link";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

const SHOWN = 10;

type LongestWaitsProps = { journeyId: string; waits: StepTimes["waiting"]["longest"] };

/** Who has been at a step longest. */
export function LongestWaits({ journeyId, waits }: LongestWaitsProps) {
  if (waits.length === 0) return <p className="text-muted-foreground text-ui">Nobody has waited that long.</p>;
  return (
    <Table>
      <TableCaption>The longest waits at the step</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>Person</TableHead>
          <TableHead>Here since</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {waits.slice(0, SHOWN).map(({ enrollmentId, personLabel, since }) => (
          <TableRow key={enrollmentId} className="relative">
            <TableCell className="w-full max-w-0">
              <Link
                href={`/journeys/${journeyId}/enrollments/${enrollmentId}`}
                className="block truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
              >
                {personLabel}
              </Link>
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted-foreground">
              <Ago at={since} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
