"use client";
import type { Notice } from "#data";
import { Ago } from "#shell";
import { Badge } from "#ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { CsvButton } from "../csv/csv-button.tsx";

const STATUS: Readonly<
  Record<Notice["status"], readonly [word: string, variant: "success" | "secondary" | "destructive" | "default"]>
> = {
  queued: ["Queued", "default"],
  sending: ["Sending", "default"],
  sent: ["Sent", "success"],
  captured: ["Captured", "secondary"],
  failed: ["Failed", "destructive"],
};

/** Alerts and reports that were sent, or could not be, with the reason. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <Card aria-labelledby="notices-title">
      <CardHeader>
        <CardTitle id="notices-title">Sent lately</CardTitle>
        <CsvButton name="notifications" rows={notices} disabled={notices.length === 0} />
      </CardHeader>
      <CardContent className={notices.length === 0 ? "" : "px-1 pt-0 [&>div]:border-0 [&>div]:shadow-none"}>
        {notices.length === 0 ? (
          <p className="text-muted-foreground text-ui">Nothing was sent yet. Alerts and reports are listed here.</p>
        ) : (
          <Table>
            <TableCaption>Alerts and reports, newest first</TableCaption>
            <TableHeader>
              <TableRow>
                <TableHead>What</TableHead>
                <TableHead className="hidden sm:table-cell">To</TableHead>
                <TableHead>Status</TableHead>
                <TableHead>When</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {notices.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} />
              ))}
            </TableBody>
          </Table>
        )}
      </CardContent>
    </Card>
  );
}

function NoticeRow({ notice: { kind, about, recipient, status, error, createdAt } }: { notice: Notice }) {
  const [word, variant] = STATUS[status] ?? [status, "default"];
  return (
    <TableRow>
      <TableCell className="w-full max-w-0">
        <span className="block truncate">{kind === "report" ? `Report of the week before ${about}` : about}</span>
        {error ? <span className="block truncate text-destructive-ink text-xs">{error}</span> : null}
      </TableCell>
      <TableCell className="hidden max-w-48 truncate text-muted-foreground sm:table-cell">{recipient}</TableCell>
      <TableCell>
        <Badge variant={variant}>{word}</Badge>
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        <Ago at={createdAt} />
      </TableCell>
    </TableRow>
  );
}
