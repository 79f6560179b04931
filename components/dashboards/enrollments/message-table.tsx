"use client";
import { type JourneyStats, type MessageFigures, useMessageFigures } from "#data";
import { formatNumber } from "#shell";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#ui/card";
import { Table, TableBody, TableCaption, TableCell, TableHead, TableHeader, TableRow } from "#ui/table";
import { CsvButton } from "../csv/csv-button.tsx";

const CAPTURED = ["captured", "Captured"] as const;
const COUNTS = [
  ["sent", "Sent"],
  ["delivered", "Delivered"],
  ["bounced", "Bounced"],
  ["complained", "Spam"],
  ["unsubscribed", "Unsubscribed"],
] as const;

/** The results of the messages of each step; nothing while none was sent. */
export function MessageTable({
  journeyId,
  version,
  stats,
}: {
  journeyId: string;
  version: number | null;
  stats: JourneyStats;
}) {
  const { data: figures = [] } = useMessageFigures(journeyId, version);
  if (figures.length === 0) return null;
  // Test mode alone captures messages.
  const counts = figures.some(({ captured }) => captured > 0) ? [CAPTURED, ...COUNTS] : COUNTS;
  const nameOf = (nodeId: string) => stats.nodes.find((node) => node.nodeId === nodeId)?.name ?? "Former step";
  return (
    <Card aria-labelledby="messages-title">
      <CardHeader>
        <CardTitle id="messages-title">Messages</CardTitle>
        <CsvButton name="messages" rows={figures.map(({ nodeId, ...row }) => ({ step: nameOf(nodeId), ...row }))} />
        <CardDescription>
          Opens and clicks are rated over people who agreed to be tracked; programs that only load pictures are left
          out.
        </CardDescription>
      </CardHeader>
      <CardContent className="px-1 pt-0 [&>div]:border-0 [&>div]:shadow-none">
        <Table>
          <TableCaption>The results of the messages of every step</TableCaption>
          <TableHeader>
            <TableRow>
              <TableHead>Step</TableHead>
              {counts.map(([name, label]) => (
                <TableHead key={name} className="text-right">
                  {label}
                </TableHead>
              ))}
              <TableHead className="text-right">Opened</TableHead>
              <TableHead className="text-right">Clicked</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {figures.map((row) => (
              <FiguresRow key={row.nodeId} name={nameOf(row.nodeId)} row={row} counts={counts} />
            ))}
          </TableBody>
        </Table>
      </CardContent>
    </Card>
  );
}

type Counts = readonly (readonly [name: "captured" | (typeof COUNTS)[number][0], label: string])[];

function FiguresRow({ name, row, counts }: { name: string; row: MessageFigures; counts: Counts }) {
  return (
    <TableRow>
      <TableHead scope="row" className="max-w-56 truncate font-normal text-foreground text-ui">
        {name}
      </TableHead>
      {counts.map(([count]) => (
        <TableCell key={count} className="text-right tabular-nums">
          {formatNumber(row[count])}
        </TableCell>
      ))}
      <TableCell className="text-right tabular-nums">{shareOf(row.opened, row.openRate)}</TableCell>
      <TableCell className="text-right tabular-nums">{shareOf(row.clicked, row.clickRate)}</TableCell>
    </TableRow>
  );
}

const shareOf = (count: number, rate: number | null): string =>
  rate === null ? "–" : `${formatNumber(count)} (${Math.round(rate * 100)} %)`;
