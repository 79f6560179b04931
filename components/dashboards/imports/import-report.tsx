"use client";
import type { ImportReportEntry, JourneyImport, JourneyImportEntry } from "#data";
import { Notice } from "#shell";
import { Badge } from "#ui/badge";
import { Link } from "#ui/link";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";

const LEVELS: Readonly<
  Record<ImportReportEntry["level"], { label: string; tone: "success" | "warning" | "destructive" }>
> = {
  taken_over: { label: "Taken over", tone: "success" },
  approximated: { label: "Approximated", tone: "warning" },
  left_out: { label: "Left out", tone: "destructive" },
};
const STATUSES: Readonly<Record<JourneyImportEntry["status"], string>> = {
  created: "New draft",
  updated: "Draft updated",
  unchanged: "Nothing to change",
  skipped: "Skipped",
};

/** What happened, or would happen, to each step of each journey of the file. */
export function ImportReport({ answer }: { answer: JourneyImport }) {
  return (
    <>
      {answer.skipped.map(({ pointer, message }) => (
        <Notice key={pointer} tone="warning">
          {message}
        </Notice>
      ))}
      {answer.journeys.map((journey) => (
        <JourneyReport key={journey.foreignId} journey={journey} />
      ))}
    </>
  );
}

function JourneyReport({ journey }: { journey: JourneyImportEntry }) {
  const { name, status, journeyId, message, counts, report, kept } = journey;
  return (
    <section className="grid gap-2" aria-label={name}>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-medium">{journeyId ? <Link href={`/journeys/${journeyId}`}>{name}</Link> : name}</h2>
        <Badge>{STATUSES[status]}</Badge>
        <span className="text-muted-foreground text-ui">
          {counts.takenOver} taken over, {counts.approximated} approximated, {counts.leftOut} left out
          {counts.unfinished > 0 ? `, ${counts.unfinished} to finish before publishing` : ""}
        </span>
      </div>
      {message ? <Notice tone="warning">{message}</Notice> : null}
      {kept.length > 0 ? (
        <Notice tone="info">
          Changed here since the last import, and so kept:{" "}
          {kept.map((part) => (part.field ? `${part.name} (${part.field})` : part.name)).join(", ")}
        </Notice>
      ) : null}
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead>Step there</TableHead>
            <TableHead>Result</TableHead>
            <TableHead>Steps here</TableHead>
            <TableHead>Why</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {report.map((entry) => (
            <TableRow key={`${entry.subject} ${entry.pointer}`}>
              <TableCell>
                {entry.name} <span className="text-muted-foreground text-xs">{entry.type}</span>
              </TableCell>
              <TableCell>
                <Badge variant={LEVELS[entry.level].tone}>{LEVELS[entry.level].label}</Badge>
                {entry.unfinished ? <Badge variant="outline">To finish</Badge> : null}
              </TableCell>
              <TableCell>{entry.nodes.join(", ")}</TableCell>
              <TableCell className="whitespace-normal">{entry.reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
